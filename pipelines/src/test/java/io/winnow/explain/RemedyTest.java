package io.winnow.explain;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.reject.RejectReason;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTest {
  @ParameterizedTest
  @EnumSource
  void everyReasonSaysInWordsWhyAndWhatToDo(RejectReason reason) {
    assertThat(reason.words(), endsWith("."));
    assertThat(Remedy.of(reason), endsWith("."));
    assertThat(Remedy.reason(reason.column()), is(Optional.of(reason)));
    assertThat(Remedy.isOption(reason), is(Remedy.of(reason).startsWith("--")));
    assertThat(RejectChapter.why(reject(reason.column(), "")), is(reason.words()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cover",
        "contents",
        "back-cover",
        "imprint-or-advert",
        "front-matter",
        "fields-without-text",
        "about-the-newsletter",
        "orphan-title"
      })
  void whatIsNoArticleIsCalledByItsName(String what) {
    String why = RejectChapter.why(reject("not-an-article", what));

    assertThat(why, startsWith("it was taken for "));
    assertThat(CuttingWords.bundled().cue(what), not(is(what)));
  }

  @ParameterizedTest
  @ValueSource(strings = "from-the-future")
  void aReasonOfAnotherVersionIsToldAsItIs(String reason) {
    assertThat(RejectChapter.why(reject(reason, "")), containsString(reason));
  }

  private static Row reject(String reason, String detail) {
    ObjectNode row = new JsonMapper().createObjectNode();
    return new Row(row.put("reason", reason).put("detail", detail));
  }
}
