package io.winnow.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Masks names of files and members so that different ones stay different: {@code [phone].txt},
 * {@code [phone]#2.txt}. A number of their order tells nothing of the name; a hash would.
 */
public final class MaskedNames {
  private static final Pattern NUMBER = Pattern.compile("(?<=])#\\d{1,9}");

  private final PersonalDataMasker masker;
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  public MaskedNames(PersonalDataMasker masker) {
    this.masker = masker;
  }

  /** The masked form of a name; the same for the same name. */
  public String of(String name) {
    return masker.isOn() ? names.computeIfAbsent(name, this::unique) : name;
  }

  /** The masked forms of all names; those without personal data keep theirs. */
  public List<String> ofAll(Collection<String> all) {
    all.stream().filter(name -> masker.mask(name).equals(name)).forEach(this::of);
    return all.stream().map(this::of).toList();
  }

  private String unique(String name) {
    String masked = masker.mask(name);
    String unique = masked;
    int end = masked.lastIndexOf(']') + 1;
    for (int n = 2; !taken.add(unique); n++) {
      unique = masked.substring(0, end) + "#" + n + masked.substring(end);
    }
    return unique;
  }

  /**
   * What earlier runs knew of files by their names, masked or not, by names masked and without
   * numbers: so that it does not matter which of the two they did.
   */
  public static Map<String, List<String>> regrouped(
      Map<String, List<String>> known, PersonalDataMasker masker) {
    Map<String, TreeSet<String>> sets = new TreeMap<>();
    known.forEach(
        (name, values) ->
            sets.computeIfAbsent(key(masker.mask(name)), any -> new TreeSet<>()).addAll(values));
    Map<String, List<String>> lists = new TreeMap<>();
    sets.forEach((name, values) -> lists.put(name, List.copyOf(values)));
    return lists;
  }

  /** The key of a masked name in {@link #regrouped}. */
  public static String key(String masked) {
    return NUMBER.matcher(masked).replaceAll("");
  }
}
