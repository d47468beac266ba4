package io.winnow.privacy;

import java.util.Locale;
import java.util.Optional;

/** A kind of personal data that can be masked. */
public enum PersonalDataKind {
  EMAIL,
  PHONE,
  ID_NUMBER,
  BANK_CARD,
  IP;

  /** The name in options, placeholders and counters: {@code id-number}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What stands in a text in place of the data, such as {@code [email]}. */
  public String placeholder() {
    return "[" + column() + "]";
  }

  /** The same within a web address, where brackets may not stand. */
  String placeholderInAddress() {
    return "%5B" + column() + "%5D";
  }

  /** The kind of that name. */
  public static Optional<PersonalDataKind> of(String column) {
    for (PersonalDataKind kind : values()) {
      if (kind.column().equals(column)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether something was masked in a web address, so that it may be that of several pages, and
   * names none.
   */
  public static boolean isMasked(String address) {
    for (PersonalDataKind kind : values()) {
      if (address.contains(kind.placeholder()) || address.contains(kind.placeholderInAddress())) {
        return true;
      }
    }
    return false;
  }
}
