package io.winnow.privacy;

import java.util.Locale;
import java.util.Set;
import org.apache.commons.validator.routines.DomainValidator;

/** Tells domains that can receive mail from other words with dots. */
final class MailDomains {
  private static final int MAX_LABEL = 63;
  private static final DomainValidator TOP_LEVEL = DomainValidator.getInstance(true);

  /** RFC 2606 and 6762, and what networks use inside. */
  private static final Set<String> RESERVED =
      Set.of("example", "test", "invalid", "local", "internal", "lan", "corp");

  /** Who gives mailboxes to everybody: there a sign in place of the @ is no accident. */
  private static final Set<String> PROVIDERS =
      Set.of(
          "qq.com",
          "vip.qq.com",
          "foxmail.com",
          "163.com",
          "vip.163.com",
          "126.com",
          "yeah.net",
          "139.com",
          "189.cn",
          "sina.com",
          "sina.cn",
          "vip.sina.com",
          "sohu.com",
          "aliyun.com",
          "21cn.com",
          "tom.com",
          "gmail.com",
          "googlemail.com",
          "hotmail.com",
          "outlook.com",
          "live.com",
          "live.cn",
          "msn.com",
          "yahoo.com",
          "yahoo.cn",
          "yahoo.com.cn",
          "icloud.com",
          "me.com",
          "aol.com",
          "proton.me",
          "protonmail.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "mail.ru",
          "yandex.ru",
          "example.com",
          "example.org",
          "example.net");

  private MailDomains() {}

  /**
   * How much of {@code candidate}, letters, digits, hyphens and dots, is the domain of a mailbox; 0
   * where none is. What was glued behind it is left out.
   */
  static int length(String candidate) {
    int end = candidate.length();
    while (end > 0) {
      int dot = candidate.lastIndexOf('.', end - 1);
      if (dot <= 0) {
        return 0;
      }
      int last = dot + 1 + topLevel(candidate.substring(dot + 1, end));
      if (last > dot + 1 && areLabels(candidate.substring(0, dot))) {
        return last;
      }
      end = dot;
    }
    return 0;
  }

  /** Whether it belongs to a provider of mailboxes, a school, or an example. */
  static boolean isPrivate(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    return PROVIDERS.contains(lower)
        || lower.endsWith(".edu")
        || lower.endsWith(".edu.cn")
        || lower.endsWith(".ac.cn")
        || lower.endsWith(".ac.uk");
  }

  /**
   * How much of a label is a top-level domain: {@code com} of {@code com}, {@code comTel}, {@code
   * com1}.
   */
  private static int topLevel(String label) {
    if (isTopLevel(label)) {
      return label.length();
    }
    int end = 0;
    while (end < label.length() && Character.isLowerCase(label.charAt(end))) {
      end++;
    }
    boolean glued = end >= 2 && end < label.length() && label.charAt(end) != '-';
    return glued && isTopLevel(label.substring(0, end)) ? end : 0;
  }

  private static boolean isTopLevel(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return lower.length() >= 2
        && lower.length() <= MAX_LABEL
        && (RESERVED.contains(lower) || TOP_LEVEL.isValidTld(lower));
  }

  private static boolean areLabels(String labels) {
    for (String label : labels.split("\\.", -1)) {
      if (label.isEmpty()
          || label.length() > MAX_LABEL
          || label.startsWith("-")
          || label.endsWith("-")) {
        return false;
      }
    }
    return !labels.matches("[1-4](\\.\\d)?x");
  }
}
