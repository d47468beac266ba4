package io.winnow.pipeline;

import io.winnow.privacy.PersonalDataKind;
import io.winnow.privacy.PersonalDataMasker;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option that says which personal data are masked. */
final class PrivacyOptions {
  static final String NONE = "none";
  private static final String ALL = "all";

  @Option(
      names = "--maskPersonalData",
      paramLabel = "KINDS",
      defaultValue = NONE,
      description =
          "Put placeholders such as [email] in the place of personal data, in everything that is published or"
              + " logged: all, or some of email, phone, id-number, bank-card, ip, with commas. See"
              + " docs/personal-data.md. Default: ${DEFAULT-VALUE}.")
  String maskPersonalData = NONE;

  /** Everything wrong with it, for people. */
  List<String> problems() {
    if (maskPersonalData.equals(NONE) || maskPersonalData.equals(ALL)) {
      return List.of();
    }
    boolean known = kinds().allMatch(kind -> PersonalDataKind.of(kind).isPresent());
    return known
        ? List.of()
        : List.of(
            "--maskPersonalData must be none, all, or some of "
                + names(EnumSet.allOf(PersonalDataKind.class))
                + "; was: "
                + maskPersonalData);
  }

  /** What masks these kinds; nothing where {@link #problems} finds any. */
  PersonalDataMasker masker() {
    if (maskPersonalData.equals(ALL)) {
      return PersonalDataMasker.of(EnumSet.allOf(PersonalDataKind.class));
    }
    return PersonalDataMasker.of(
        kinds().flatMap(kind -> PersonalDataKind.of(kind).stream()).collect(Collectors.toSet()));
  }

  /** The kinds in one form, however they were given. */
  String canonical() {
    PersonalDataMasker masker = masker();
    return masker.isOn() ? names(masker.kinds()) : NONE;
  }

  /** Options as a manifest may show them. */
  Map<String, String> masked(Map<String, String> options) {
    PersonalDataMasker masker = masker();
    Map<String, String> masked = new TreeMap<>();
    options.forEach((name, value) -> masked.put(name, masker.mask(value)));
    masked.put("maskPersonalData", canonical());
    return masked;
  }

  private Stream<String> kinds() {
    return Arrays.stream(maskPersonalData.split(",", -1)).map(String::strip);
  }

  private static String names(Set<PersonalDataKind> kinds) {
    return EnumSet.copyOf(kinds).stream()
        .map(PersonalDataKind::column)
        .collect(Collectors.joining(","));
  }
}
