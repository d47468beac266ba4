package io.winnow.text;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is tried only where a match can begin. Finds exactly what the {@link
 * Pattern} finds, in a fraction of the time where it is a list of wordings of which a text has few.
 *
 * <p>A pattern may look behind its beginning by {@code \b} and {@code ^} alone. Safe for use by
 * many threads.
 */
public final class GatedPattern implements Serializable {
  private static final long serialVersionUID = 1;

  private final Pattern pattern;
  private transient volatile @Nullable Gate gate;

  /**
   * The same matches as those of {@code pattern}.
   *
   * @throws IllegalArgumentException if it has a lookbehind, or {@code ^} for every line
   */
  public GatedPattern(Pattern pattern) {
    boolean lines = (pattern.flags() & Pattern.MULTILINE) != 0;
    if (lines || pattern.pattern().contains("(?<") || pattern.pattern().contains("\\G")) {
      throw new IllegalArgumentException("looks behind its beginning: " + pattern);
    }
    this.pattern = pattern;
  }

  /** Compiles a pattern, as {@link Pattern#compile(String, int)} does. */
  public static GatedPattern compile(String regex, int flags) {
    return new GatedPattern(Pattern.compile(regex, flags));
  }

  public Pattern pattern() {
    return pattern;
  }

  /** Whether the text has a match anywhere. */
  public boolean isIn(String text) {
    return new Search(this, text).find();
  }

  /** Whether a match begins at {@code from}, as if the text began there. */
  public boolean begins(String text, int from) {
    return gate().mayBegin(Gate.START, text, from)
        && pattern.matcher(text).region(from, text.length()).lookingAt();
  }

  /** Finds the matches of the text from left to right; for one thread. */
  public Search search(String text) {
    return new Search(this, text);
  }

  private Gate gate() {
    Gate known = gate;
    if (known == null) {
      known = new Gate(pattern);
      gate = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return pattern.toString();
  }

  /** A pass over one text. */
  public static final class Search {
    private final Gate gate;
    private final Pattern pattern;
    private final String text;
    private @Nullable Matcher matcher;
    private int next;

    private Search(GatedPattern gated, String text) {
      this.gate = gated.gate();
      this.pattern = gated.pattern;
      this.text = text;
    }

    /** Whether there is one more match. */
    public boolean find() {
      for (int at = next; at <= text.length(); at++) {
        if (gate.mayBegin(at == 0 ? Gate.START : Gate.after(text.charAt(at - 1)), text, at)
            && matches(at)) {
          return true;
        }
      }
      next = text.length() + 1;
      return false;
    }

    private boolean matches(int at) {
      Matcher tried = matcher;
      if (tried == null) {
        tried = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        matcher = tried;
      }
      tried.region(at, text.length());
      boolean found = tried.lookingAt();
      if (found) {
        next = tried.end() > at ? tried.end() : at + 1;
      }
      return found;
    }

    /** Where the match begins that {@link #find} found. */
    public int start() {
      return found().start();
    }

    /** Where it ends. */
    public int end() {
      return found().end();
    }

    private Matcher found() {
      if (matcher == null) {
        throw new IllegalStateException("no match");
      }
      return matcher;
    }
  }
}
