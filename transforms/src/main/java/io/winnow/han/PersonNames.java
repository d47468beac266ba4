package io.winnow.han;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds Chinese names of people: each word has a role (surname, first or second character of a
 * given name, what stands before a name), and some rows of roles make a name.
 */
final class PersonNames {
  private static final class Loaded {
    static final PersonNames INSTANCE = new PersonNames();
  }

  /** The letters of the roles, in the order of their numbers. */
  private static final String ROLES = "BCDEFGKLMUVXYZAS";

  private static final int ROLE_B = ROLES.indexOf('B');
  private static final int ROLE_D = ROLES.indexOf('D');
  private static final int ROLE_E = ROLES.indexOf('E');
  private static final int ROLE_G = ROLES.indexOf('G');
  private static final int ROLE_K = ROLES.indexOf('K');
  private static final int ROLE_L = ROLES.indexOf('L');
  private static final int ROLE_U = ROLES.indexOf('U');
  private static final int ROLE_V = ROLES.indexOf('V');
  private static final int ROLE_X = ROLES.indexOf('X');
  private static final int ROLE_A = ROLES.indexOf('A');

  /** A name of up to so many uses and two characters may be the beginning of a longer one. */
  private static final int RARE = 1000;

  /** How often a name is counted that was put together. */
  private static final int COUNT = 100;

  private static final double NOT_NONE = 1e-8;

  /** Roles that make a name, by their last role; those of one end in the order to be tried. */
  private static final byte[][][] PATTERNS =
      patterns(
          List.of(
              "BBCD", "BBE", "BBZ", "BCD", "BEE", "BE", "BC", "BEC", "BG", "DG", "EG", "BZ", "EE",
              "FE", "FC", "FB", "FG", "Y", "XD"));

  private final CoreWords core = CoreWords.bundled();
  private final DoubleArray trie;

  /** Roles of each word, and what each costs; those of a word begin at its start. */
  private final int[] starts;

  private final byte[] roles;
  private final double[] costs;

  /** What a role costs after another. */
  private final double[][] transitions;

  private final int[] totals;

  /** Entries beyond the dictionary: those of words that it lacks. */
  private final int rareName;

  private final int title;
  private final int other;

  static PersonNames bundled() {
    return Loaded.INSTANCE;
  }

  private PersonNames() {
    int[][] matrix = matrix();
    totals = totals(matrix);
    transitions = transitions(matrix, totals);
    IntBuffer in = DictionaryFile.ints("person/nr.txt.bin");
    int size = in.get();
    starts = new int[size + 4];
    byte[] allRoles = new byte[in.remaining()];
    int[] counts = new int[in.remaining()];
    int at = 0;
    for (int i = 0; i < size; i++) {
      starts[i] = at;
      int count = in.get();
      for (int k = 0; k < count; k++) {
        allRoles[at] = (byte) in.get();
        counts[at++] = in.get();
      }
      sort(allRoles, counts, starts[i], at);
    }
    trie = DoubleArray.read(in);
    rareName = size;
    starts[rareName] = at;
    allRoles[at] = (byte) ROLE_G;
    counts[at++] = 1;
    allRoles[at] = (byte) ROLE_X;
    counts[at++] = 2;
    title = size + 1;
    starts[title] = at;
    allRoles[at] = (byte) ROLE_G;
    counts[at++] = 1;
    allRoles[at] = (byte) ROLE_K;
    counts[at++] = 1;
    other = size + 2;
    starts[other] = at;
    allRoles[at] = (byte) ROLE_A;
    counts[at++] = totals[ROLE_A];
    starts[other + 1] = at;
    roles = Arrays.copyOf(allRoles, at);
    costs = new double[at];
    for (int i = 0; i < at; i++) {
      costs[i] = Math.log((counts[i] + NOT_NONE) / totals[roles[i]]);
    }
  }

  /** By their numbers, as the segmenter goes through them. */
  private static void sort(byte[] roles, int[] counts, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int j = i; j > from && roles[j - 1] > roles[j]; j--) {
        byte role = roles[j];
        roles[j] = roles[j - 1];
        roles[j - 1] = role;
        int count = counts[j];
        counts[j] = counts[j - 1];
        counts[j - 1] = count;
      }
    }
  }

  private static int[][] matrix() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                DictionaryFile.open("person/nr.tr.txt"), StandardCharsets.UTF_8))) {
      String[] columns = lines.readLine().split(",");
      int[][] matrix = new int[ROLES.length()][ROLES.length()];
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",");
        for (int i = 1; i < columns.length; i++) {
          matrix[ROLES.indexOf(cells[0])][ROLES.indexOf(columns[i])] = Integer.parseInt(cells[i]);
        }
      }
      return matrix;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often each role stands before another; where it never does, how often after one. */
  private static int[] totals(int[][] matrix) {
    int[] totals = new int[matrix.length];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = Arrays.stream(matrix[i]).sum();
      if (totals[i] == 0) {
        int role = i;
        totals[i] = Arrays.stream(matrix).mapToInt(row -> row[role]).sum();
      }
    }
    return totals;
  }

  /** A role that the table lacks costs nothing. */
  private static double[][] transitions(int[][] matrix, int[] totals) {
    double[][] transitions = new double[matrix.length][matrix.length];
    for (int from = 0; from < matrix.length; from++) {
      for (int to = 0; to < matrix.length; to++) {
        if (isListed(from) && isListed(to)) {
          transitions[from][to] = -Math.log((matrix[from][to] + NOT_NONE) / totals[from]);
        }
      }
    }
    return transitions;
  }

  private static boolean isListed(int role) {
    return ROLES.charAt(role) != 'Y';
  }

  private static byte[][][] patterns(List<String> names) {
    byte[][][] patterns = new byte[ROLES.length()][][];
    for (int last = 0; last < patterns.length; last++) {
      int role = last;
      patterns[last] =
          names.stream()
              .filter(name -> ROLES.indexOf(name.charAt(name.length() - 1)) == role)
              .sorted(Comparator.reverseOrder())
              .map(PersonNames::roles)
              .toArray(byte[][]::new);
    }
    return patterns;
  }

  private static byte[] roles(String pattern) {
    byte[] roles = new byte[pattern.length()];
    for (int i = 0; i < roles.length; i++) {
      roles[i] = (byte) ROLES.indexOf(pattern.charAt(i));
    }
    return roles;
  }

  /** Adds the names among the words of the path to the second look. */
  void find(char[] text, WordGraph graph) {
    byte[] row = new byte[2 * graph.pathLength];
    int[] lines = new int[row.length + 1];
    int size = 0;
    int line = 0;
    int before = ROLE_K;
    int previous = ROLE_A;
    boolean some = false;
    for (int i = 0; i < graph.pathLength; i++) {
      int node = graph.path[i];
      int role = i == 0 ? ROLE_K : role(text, graph, node, before);
      before = role;
      int length = graph.lengths[node];
      if (role == ROLE_U) {
        lines[size] = line;
        row[size++] = (byte) ROLE_K;
        lines[size] = line + length - 1;
        row[size++] = (byte) ROLE_B;
        previous = ROLE_B;
        some = true;
      } else if (role == ROLE_V) {
        lines[size] = line;
        row[size++] = (byte) (previous == ROLE_B ? ROLE_E : ROLE_D);
        lines[size] = line + 1;
        row[size++] = (byte) ROLE_L;
        some = true;
      } else {
        lines[size] = line;
        row[size++] = (byte) role;
        previous = role;
        some |= role != ROLE_A && role != ROLE_K && role != ROLE_L;
      }
      line += length;
    }
    lines[size] = line;
    if (some) {
      match(text, graph, row, size, lines);
    }
  }

  /** The cheapest role of a word after the role before it; of equal ones the first. */
  private int role(char[] text, WordGraph graph, int node, int before) {
    int entry = entry(text, graph, node);
    double[] transition = transitions[before];
    double least = Double.MAX_VALUE;
    int best = before;
    for (int i = starts[entry]; i < starts[entry + 1]; i++) {
      double cost = transition[roles[i]] - costs[i];
      if (least > cost) {
        least = cost;
        best = roles[i];
      }
    }
    return best;
  }

  private int entry(char[] text, WordGraph graph, int node) {
    int begin = graph.begins[node];
    int known =
        node == WordGraph.END
            ? trie.find(" ")
            : trie.find(text, begin, begin + graph.lengths[node]);
    if (known >= 0) {
      return known;
    }
    if (graph.natures[node] == Natures.NAME) {
      return graph.frequencies[node] <= RARE && graph.lengths[node] == 2 ? rareName : other;
    }
    return graph.natures[node] == Natures.TITLE ? title : other;
  }

  private void match(char[] text, WordGraph graph, byte[] row, int size, int[] lines) {
    for (int last = 0; last < size; last++) {
      for (byte[] pattern : PATTERNS[row[last]]) {
        int first = last + 1 - pattern.length;
        if (first >= 0 && Arrays.equals(row, first, last + 1, pattern, 0, pattern.length)) {
          insert(text, graph, pattern, lines[first], lines[last + 1]);
        }
      }
    }
  }

  private void insert(char[] text, WordGraph graph, byte[] pattern, int line, int end) {
    int begin = line - 1;
    int length = end - line;
    boolean repeats =
        pattern.length == 3
            && pattern[0] == ROLE_B
            && pattern[2] == ROLE_D
            && text[begin] == text[begin + 2];
    if (!repeats && !isNone(text, begin, begin + length)) {
      graph.insert(line, graph.node(begin, length, core.person, COUNT, (short) Natures.NAME));
    }
  }

  /** Whether the dictionary says that it looks like a name and is none. */
  private boolean isNone(char[] text, int from, int to) {
    int known = trie.find(text, from, to);
    if (known >= 0) {
      for (int i = starts[known]; i < starts[known + 1]; i++) {
        if (roles[i] == ROLE_A) {
          return true;
        }
      }
    }
    return false;
  }
}
