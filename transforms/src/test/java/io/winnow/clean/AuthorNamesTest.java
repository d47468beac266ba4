package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Ada Example and Alan Sample|Ada Example;Alan Sample",
        "By ADA EXAMPLE, News Agency Auto Writer|ADA EXAMPLE",
        "Ada Example Education editor|Ada Example",
        "Ada Example, MS, RDN|Ada Example",
        "Ada Example, London, Alan Sample|Ada Example;Alan Sample",
        "Ada Example, example.com|Ada Example",
        "Analysis by Ada Example, Editor-at-large|Ada Example",
        "Ada Example - Staff Writer|Ada Example",
        "View all posts by Ada Example|Ada Example",
        "Alle Beiträge von Ada Example|Ada Example",
        "Ada Example @adaexample|Ada Example",
        "Von Ada Example und Alan Sample|Ada Example;Alan Sample",
        "作者：王小明、李小红|王小明;李小红",
        "王小明 李小红|王小明;李小红",
        "王小明和李小红；张三|王小明;李小红;张三",
        "本报记者 王小明|王小明",
        "记者王小明|王小明",
        "文/王小明|王小明",
        "Reuters|Reuters",
        "linmu|linmu"
      })
  void takesTheNames(String printed, String names) {
    assertThat(AuthorNames.of(printed), equalTo(List.of(names.split(";"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "By",
        "Staff Writer",
        "编辑",
        "责任编辑",
        "未知",
        "https://social.example/ada",
        "@ada",
        "name, a@example.org",
        "Example Verlag GmbH, Nürnberg, Germany",
        "某某有限公司",
        "null",
        "example.com",
        "12345",
        "",
        "Editorial Staff"
      })
  void namesNobody(String printed) {
    assertThat(AuthorNames.of(printed), empty());
  }
}
