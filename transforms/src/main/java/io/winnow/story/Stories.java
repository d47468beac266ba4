package io.winnow.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts linked articles into stories: the strongest link first, so that the result does not depend
 * on their order.
 *
 * <p>Two groups become one only when most articles of both are about the name that links them, or
 * about a name that one of them says to be another name of it, and when the whole spans at most
 * {@link #MAX_DAYS}. So a chain of neighbours makes no story. A weaker link adds to a story, and
 * makes none. A story of an earlier run takes articles of today, and earlier ones that had no
 * story, and never another story.
 */
final class Stories {
  /** Most days from the first to the last dated article of a story. */
  static final int MAX_DAYS = 28;

  /**
   * What an article got.
   *
   * @param earlier ids of earlier articles that were published without a story and belong to this
   *     one; told by one of its articles of today
   */
  record Membership(String id, String story, String label, List<String> earlier) {}

  private static final Comparator<StoryLink> STRONGEST =
      Comparator.comparingDouble(StoryLink::score)
          .reversed()
          .thenComparing((StoryLink link) -> link.a().id())
          .thenComparing((StoryLink link) -> link.b().id())
          .thenComparing(StoryLink::via);

  private static final class Group {
    final List<Candidate> members = new ArrayList<>();
    final Map<String, Set<String>> aliases = new TreeMap<>();
    boolean told;

    Group(Candidate first) {
      members.add(first);
      addAliases(first);
    }

    void add(Group other) {
      members.addAll(other.members);
      other.members.forEach(this::addAliases);
    }

    private void addAliases(Candidate member) {
      for (Subject subject : member.signature().subjects()) {
        if (!subject.alias().isEmpty()) {
          aliases.computeIfAbsent(subject.key(), key -> new HashSet<>()).add(subject.alias());
          aliases.computeIfAbsent(subject.alias(), key -> new HashSet<>()).add(subject.key());
        }
      }
    }

    long sources() {
      return members.stream().mapToLong(member -> member.signature().source()).distinct().count();
    }

    /** Whether its articles are all parts of one series, or one article. */
    boolean isOne() {
      return members.stream()
          .allMatch(
              member ->
                  members.size() == 1
                      || member.signature().series() != 0
                          && member.signature().series() == members.get(0).signature().series());
    }

    Set<String> stories() {
      return members.stream()
          .map(Candidate::story)
          .filter(story -> story != null)
          .collect(Collectors.toSet());
    }
  }

  private final Map<String, Group> groups = new LinkedHashMap<>();

  private Stories() {}

  /**
   * The stories of the articles of today.
   *
   * @param duplicates ids of articles that are not published; they belong to no story
   * @param told what later runs said of earlier articles that were published without a story
   */
  static List<Membership> of(
      List<StoryLink> links, Set<String> duplicates, Collection<Evidence> told) {
    Map<String, Evidence> stories = new HashMap<>();
    for (Evidence article : told) {
      stories.merge(article.id(), article, (a, b) -> FIRST_TOLD.compare(a, b) <= 0 ? a : b);
    }
    return of(
        links.stream()
            .map(
                link ->
                    new StoryLink(
                        told(link.a(), stories), told(link.b(), stories), link.score(), link.via()))
            .toList(),
        duplicates);
  }

  private static final Comparator<Evidence> FIRST_TOLD =
      Comparator.comparing(Evidence::story, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Evidence::label, Comparator.nullsLast(Comparator.naturalOrder()));

  private static Candidate told(Candidate article, Map<String, Evidence> stories) {
    Evidence told = article.earlier() && article.story() == null ? stories.get(article.id()) : null;
    return told == null
        ? article
        : new Candidate(article.signature(), true, told.story(), told.label());
  }

  private static List<Membership> of(List<StoryLink> links, Set<String> duplicates) {
    Stories stories = new Stories();
    Set<String> seen = new HashSet<>();
    List<StoryLink> published =
        links.stream()
            .filter(link -> !duplicates.contains(link.a().id()))
            .filter(link -> !duplicates.contains(link.b().id()))
            .sorted(STRONGEST)
            .toList();
    stories.begin(published);
    published.stream()
        .filter(link -> seen.add(link.a().id() + link.b().id()))
        .forEach(stories::link);
    return stories.memberships();
  }

  /** Puts together what earlier runs published as one story. */
  private void begin(List<StoryLink> links) {
    Map<String, Candidate> earlier = new TreeMap<>();
    for (StoryLink link : links) {
      for (Candidate article : List.of(link.a(), link.b())) {
        if (article.earlier()) {
          earlier.put(article.id(), article);
        }
      }
    }
    Map<String, Group> told = new TreeMap<>();
    for (Candidate article : earlier.values()) {
      if (article.story() != null) {
        begin(article, article.story(), told);
      }
    }
  }

  private void begin(Candidate article, String story, Map<String, Group> told) {
    if (groups.containsKey(article.id())) {
      return;
    }
    Group group = told.get(story);
    if (group == null) {
      group = new Group(article);
      group.told = true;
      told.put(story, group);
    } else {
      group.add(new Group(article));
    }
    groups.put(article.id(), group);
  }

  private void link(StoryLink link) {
    Group one = groups.computeIfAbsent(link.a().id(), id -> new Group(link.a()));
    Group other = groups.computeIfAbsent(link.b().id(), id -> new Group(link.b()));
    if (one == other || !fit(one, other, link)) {
      return;
    }
    boolean series = link.score() == StoryLink.SERIES;
    one.told |= other.told || !series;
    one.add(other);
    other.members.forEach(member -> groups.put(member.id(), one));
  }

  private static boolean fit(Group one, Group other, StoryLink link) {
    if (days(one, other) > MAX_DAYS) {
      return false;
    }
    Set<String> stories = new HashSet<>(one.stories());
    stories.addAll(other.stories());
    if (stories.size() > 1) {
      return false;
    }
    if (link.score() == StoryLink.SERIES) {
      return true;
    }
    boolean strong = link.score() >= PairScore.LEAST;
    boolean joins =
        (one.told || other.told) && (one.told || one.isOne()) && (other.told || other.isOne());
    if (!strong && !joins) {
      return false;
    }
    if (exclude(one, other)) {
      return false;
    }
    return shareName(one, other, link.via())
        || link.a().signature().subjects().stream()
            .anyMatch(subject -> shareName(one, other, subject.key()));
  }

  /** Whether most articles of both are about the name, or about another name of the same. */
  private static boolean shareName(Group one, Group other, String name) {
    Set<String> names = new HashSet<>(Set.of(name));
    names.addAll(one.aliases.getOrDefault(name, Set.of()));
    names.addAll(other.aliases.getOrDefault(name, Set.of()));
    return mostAreAbout(one, names) && mostAreAbout(other, names);
  }

  private static boolean exclude(Group one, Group other) {
    return one.members.stream()
        .anyMatch(a -> other.members.stream().anyMatch(b -> a.signature().excludes(b.signature())));
  }

  /** Parts of one series count as one article, which is about what a part is about. */
  private static boolean mostAreAbout(Group group, Set<String> names) {
    Set<String> all = new HashSet<>();
    Set<String> about = new HashSet<>();
    for (Candidate member : group.members) {
      long series = member.signature().series();
      String one = series == 0 ? member.id() : "series " + series;
      all.add(one);
      if (isAbout(member.signature(), names)) {
        about.add(one);
      }
    }
    return about.size() * 3 >= all.size() * 2;
  }

  private static boolean isAbout(StorySignature article, Set<String> names) {
    return article.subjects().stream()
        .map(Subject::key)
        .anyMatch(key -> names.contains(key) || !Spelling.sibling(key, names).isEmpty());
  }

  private static int days(Group one, Group other) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (Group group : List.of(one, other)) {
      for (Candidate member : group.members) {
        if (member.signature().published() != StorySignature.UNKNOWN) {
          first = Math.min(first, member.signature().published());
          last = Math.max(last, member.signature().published());
        }
      }
    }
    return last < first ? 0 : last - first;
  }

  private List<Membership> memberships() {
    List<Membership> memberships = new ArrayList<>();
    for (Group group : new HashSet<>(groups.values())) {
      if (!group.told || (group.sources() < 2 && group.stories().isEmpty())) {
        continue;
      }
      group.members.sort(FIRST);
      String id = group.stories().stream().findFirst().orElse(group.members.get(0).id());
      String label =
          group.members.stream()
              .filter(member -> member.label() != null)
              .map(Candidate::label)
              .findFirst()
              .orElseGet(() -> StoryLabel.of(signatures(group), group.aliases));
      List<String> earlier =
          group.members.stream()
              .filter(member -> member.earlier() && member.story() == null)
              .map(Candidate::id)
              .filter(member -> !member.equals(id))
              .sorted()
              .toList();
      for (Candidate member : group.members) {
        if (!member.earlier()) {
          memberships.add(new Membership(member.id(), id, label, earlier));
          earlier = List.of();
        }
      }
    }
    memberships.sort(Comparator.comparing(Membership::id));
    return memberships;
  }

  private static final Comparator<Candidate> FIRST =
      Comparator.comparing((Candidate member) -> !member.earlier())
          .thenComparingInt(member -> member.signature().day())
          .thenComparing(Candidate::id);

  private static List<StorySignature> signatures(Group group) {
    return group.members.stream().map(Candidate::signature).toList();
  }
}
