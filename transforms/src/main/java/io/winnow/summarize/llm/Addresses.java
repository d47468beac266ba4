package io.winnow.summarize.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;

/** Finds web and mail addresses in a short text, also those without a scheme. */
final class Addresses {
  private static final String END = "\\s<>\"'`，。；、）)】」』|";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-z][a-z0-9+.-]{1,20}+://[^"
              + END
              + "]++"
              + "|[a-z0-9._%+-]{1,64}+@[a-z0-9-]{1,63}+(?:\\.[a-z0-9-]{1,63}+)++"
              + "|(?<![a-z0-9.@-])[a-z0-9-]{1,63}+(?:\\.[a-z0-9-]{1,63}+)++(?:[/:?][^"
              + END
              + "]*+)?+",
          Pattern.CASE_INSENSITIVE);

  private Addresses() {}

  /** The addresses, in lower case. */
  static List<String> of(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (matcher.find()) {
      String address = matcher.group().replaceFirst("[.,;:!?/]+$", "").toLowerCase(Locale.ROOT);
      if (address.contains("://") || address.contains("@") || isDomain(address)) {
        found.add(address);
      }
    }
    return found;
  }

  /** Names of products such as Node.js end in no top-level domain; nor do numbers. */
  private static boolean isDomain(String address) {
    String host = address.replaceFirst("[/:?].*", "");
    return DomainValidator.getInstance().isValidTld(host.substring(host.lastIndexOf('.') + 1));
  }
}
