package io.winnow.form;

import java.io.IOException;

/** Something was kept in a form that this program does not know; the message says what to do. */
public final class NewerFormException extends IOException {
  private static final long serialVersionUID = 1;

  NewerFormException(String place, Form form, String version) {
    super(
        "%s: %s of version %s, but this Winnow knows up to version %d; a newer Winnow wrote it:"
                .formatted(place, form.name(), version, form.newest())
            + " use that one, or upgrade this one (docs/compatibility.md)");
  }
}
