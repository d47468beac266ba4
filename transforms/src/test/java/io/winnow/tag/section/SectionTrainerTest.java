package io.winnow.tag.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.winnow.tag.section.SectionTrainer.Trained;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTrainerTest {
  @Test
  void learnsSectionsInBothLanguages() {
    SectionModel model = train(Rows.gardenAndCode()).model();

    assertThat(model.labels(), contains("home/garden", "软件 开发"));
    assertThat(answer(model, "Roses and tomatoes in the morning sun"), is("home/garden"));
    assertThat(answer(model, "The collector and the compiler"), is("软件 开发"));
    assertThat(answer(model, "给玫瑰和番茄浇水"), is("home/garden"));
    assertThat(answer(model, "编译器和调试器"), is("软件 开发"));
  }

  @Test
  void foldsTraditionalWidthAndCase() {
    SectionModel model = train(Rows.gardenAndCode()).model();

    assertThat(
        model.predict(SectionText.of("編譯器釋放內存 ＣＯＭＰＩＬＥＲ", "")),
        is(model.predict(SectionText.of("编译器释放内存 compiler", ""))));
  }

  @Test
  void isSurerOfWhatItHasSeenThanOfWhatItHasNot() {
    SectionModel model = train(Rows.gardenAndCode()).model();

    Prediction known = model.predict(SectionText.of("The compiler inlines small methods", ""));
    Prediction unknown = model.predict(SectionText.of("Zwei Vögel", ""));

    assertThat(known.probability(), is(greaterThan(unknown.probability())));
    assertThat(unknown.probability(), is(allOf(greaterThan(0.0), lessThanOrEqualTo(1.0))));
  }

  @Test
  void makesTheSameFileOfTheSameRowsInAnyOrder() throws Exception {
    List<LabelledText> backwards = new ArrayList<>(Rows.gardenAndCode());
    Collections.reverse(backwards);

    assertThat(
        ModelFile.bytes(train(backwards).model()),
        is(ModelFile.bytes(train(Rows.gardenAndCode()).model())));
  }

  @Test
  void judgesEveryRowOnce() {
    CrossValidation validation = train(Rows.gardenAndCode()).validation();

    assertThat(validation.byLabel().stream().mapToInt(CrossValidation.OfLabel::rows).sum(), is(16));
    assertThat(validation.bands().get(0).share(), is(1.0));
  }

  @Test
  void knowsNothingOfRowsOfItsFold() {
    // Of each label all rows are equal, in one group: whoever judges one has never seen its label.
    List<LabelledText> rows = new ArrayList<>();
    for (String label : List.of("a", "b", "c")) {
      for (int i = 0; i < 4; i++) {
        rows.add(new LabelledText(SectionText.of(label.repeat(9), ""), label, label, label));
      }
    }

    assertThat(new SectionTrainer(3, state -> {}).train(rows).validation().accuracy(), is(0.0));
  }

  @Test
  void travelsAsAnObject() throws Exception {
    SectionModel model = train(Rows.gardenAndCode()).model();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(model);
    }

    SectionModel arrived;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      arrived = (SectionModel) in.readObject();
    }

    SectionText text = SectionText.of("Tomatoes and threads", "A garbage collector for the garden");
    assertThat(arrived.predict(text), is(model.predict(text)));
  }

  @Test
  void refusesWhatDoesNotFit() {
    List<LabelledText> rows = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      rows.add(Rows.row("t" + i, "label " + i));
    }

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> train(rows));

    assertThat(refused.getMessage(), containsString("6000 rows times 6000 labels are 36000000"));
  }

  private static Trained train(List<LabelledText> rows) {
    return new SectionTrainer(4, state -> {}).train(rows);
  }

  private static String answer(SectionModel model, String title) {
    return model.predict(SectionText.of(title, "")).label();
  }
}
