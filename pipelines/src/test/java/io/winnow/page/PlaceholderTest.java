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
  void noPlaceholderMakesALinkOrADefinition(String markdown) {
    assertThat(links(ALL.mask(markdown)), is(links(markdown)));
  }

  /** Addresses that Markdown makes links of by itself are gone once masked. */
  private static int links(String markdown) {
    return (int)
        Gfm.all(markdown, Link.class).stream()
            .filter(link -> !link.getDestination().startsWith("mailto:"))
            .count();
  }
}
