package io.winnow.form;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
  private static final Form FORM = new Form("a manifest", 2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": 1}",
        "{\"version\": 2, \"version_of\": 9}",
        "{\"a\": {\"version\": 9}, \"b\": [{\"version\": 9}]}",
        "{}",
        "[3]",
        "{\"version\": 2} and what is no JSON"
      })
  void passesWhatIsKnown(String json) {
    assertDoesNotThrow(() -> look(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": 3}",
        "{\"a\": {\"version\": 1}, \"version\": 3, \"b\": 1}",
        "{\"version\": 99999999999999999999}",
        "{\"version\": 1.5}",
        "{\"version\": \"1\"}",
        "{\"version\": null}",
        "{\"version\": {\"major\": 1}}",
        "{\"version\": 3, and nothing else that we know"
      })
  void refusesWhatIsNewerOrNoVersion(String json) {
    assertThrows(NewerFormException.class, () -> look(json));
  }

  @Test
  void saysWhatItIsAndWhatToDo() {
    NewerFormException newer =
        assertThrows(NewerFormException.class, () -> FORM.requireKnown("run=a/m.json", 3));

    assertThat(
        newer.getMessage(),
        is(
            "run=a/m.json: a manifest of version 3, but this Winnow knows up to version 2; a newer Winnow"
                + " wrote it: use that one, or upgrade this one (docs/compatibility.md)"));
    assertDoesNotThrow(() -> FORM.requireKnown("run=a/m.json", 2));
  }

  @Test
  void leavesWhatIsNoJsonToItsReader() {
    assertThrows(JsonProcessingException.class, () -> look("{\"a\": nonsense"));
  }

  private static void look(String json) throws Exception {
    FORM.requireKnown("here", json.getBytes(StandardCharsets.UTF_8), "version");
  }
}
