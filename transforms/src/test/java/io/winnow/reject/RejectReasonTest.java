package io.winnow.reject;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RejectReasonTest {
  @Test
  void isKebabCaseInTheColumn() {
    assertThat(RejectReason.NOT_AN_ARTICLE.column(), is("not-an-article"));
    assertThat(
        Stream.of(RejectReason.values()).map(RejectReason::column).toList(),
        everyItem(matchesPattern("[a-z]+(-[a-z]+)*")));
  }
}
