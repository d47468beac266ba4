package io.winnow.publish;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.form.NewerFormException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogTest {
  @Test
  void isReadAsItWasWritten() throws IOException {
    Catalog catalog = Catalog.of(Map.of("r1", ".runs/r1.1")).heldBy(Optional.of("me"));

    assertThat(Catalog.parse(catalog.toJson()), is(catalog));
  }

  @Test
  void isRefusedWhenNewerWhateverItsShape() {
    NewerFormException newer =
        assertThrows(
            NewerFormException.class,
            () -> Catalog.parse("{\"published\": [{\"run\": \"r1\"}], \"version\": 2}"));

    assertThat(newer.getMessage(), containsString(".published.json: a catalog of version 2"));
  }

  @Test
  void isRefusedWhenItIsNone() {
    IOException none = assertThrows(IOException.class, () -> Catalog.parse("{\"version\": 1"));

    assertThat(none.getMessage(), containsString(".published.json cannot be read"));
  }
}
