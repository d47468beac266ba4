package io.winnow.page;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.winnow.privacy.PersonalDataKind;
import io.winnow.privacy.PersonalDataMasker;
import java.util.EnumSet;
import org.commonmark.node.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
  private static final PersonalDataMasker ALL =
      PersonalDataMasker.of(EnumSet.allOf(PersonalDataKind.class));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com(home)",
        "a@example.com: hello\n\nand [email] again",
        "13812345678:x\n\n[phone]",
        "[write](mailto:a@example.com)",
        "![a@example.com](https://example.org/13812345678.png)",
        "[a@example.com](https://example.org/)"
      })
  void noPlaceholderMakesALinkOrLosesALine(String markdown) {
    assertThat(links(ALL.mask(markdown)), is(links(markdown)));
  }

  private static int links(String markdown) {
    return Gfm.all(markdown, Link.class).size();
  }
}
