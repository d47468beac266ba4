package io.winnow.split;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TitledNotesDetectorTest {
  private static final List<String> TITLES =
      List.of(
          "Boil Water Twice",
          "Find A Leak By Ear",
          "Tighten A Terminal",
          "Read A Tide Table",
          "Bend A Bamboo Rod",
          "Keep A Log Of Waits",
          "Mend A Net Alone",
          "Name The Winds");

  @Test
  void cutsAtTitlesWhenEveryNoteHasOne() {
    SplitDump split = split(TITLES);
    assertThat(split.ledger().getDetector(), is("titled-notes"));
    assertThat(split.pieces().size(), is(8));
    assertThat(split.pieces().get(3).getTitle(), is("Read A Tide Table"));
  }

  @Test
  void leavesAnArticleWithFirstLevelSectionsWhole() {
    List<String> sections =
        List.of(
            "On Water",
            "Introduction",
            "Kettle",
            "Lift",
            "Kite",
            "Rope",
            "Net",
            "Tide",
            "Conclusion");
    assertThat(split(sections).ledger().getDetector(), is("single"));
  }

  @Test
  void leavesAnArticleWholeWhoseTitleIsTheSubjectOfAllOfIt() {
    List<String> sections =
        List.of(
            "How the screw holds a harbour",
            "Why It Was Invented",
            "What The Smiths Thought",
            "When Brass Was Cheap",
            "Who Paid For Iron",
            "Where The Ships Were Built",
            "Why Nobody Uses Rope",
            "How To Tell Them Apart",
            "What Comes After Steel");
    assertThat(split(sections).ledger().getDetector(), is("single"));
  }

  @Test
  void leavesAFewHeadingsWhole() {
    assertThat(split(TITLES.subList(0, 7)).ledger().getDetector(), is("single"));
  }

  private static SplitDump split(List<String> titles) {
    String note = "\n\nThe screw wants to be turned once every twenty years.".repeat(6) + "\n\n";
    return new Splitter(Dumps.RUN)
        .split(
            Dumps.markdown(
                titles.stream().map(title -> "# " + title + note).collect(Collectors.joining())));
  }
}
