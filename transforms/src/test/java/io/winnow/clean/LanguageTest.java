package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "编译器把源代码变成机器代码。|zh|Hans",
        "編譯器把原始碼變成機器碼，這裡沒有魔法。|zh|Hant",
        "我们用 OpenTelemetry 和 Kubernetes 做 observability|zh|Hans",
        "The compiler turns source code into code of the machine.|en|Latn",
        "Der Übersetzer verwandelt den Quelltext in die Sprache der Maschine, und das geht schnell.|de|Latn",
        "Le compilateur transforme le code source en code machine, ce qui est très utile.|fr|Latn",
        "コンパイラはソースコードを機械語に変換します。|ja|Jpan",
        "컴파일러는 소스 코드를 기계어로 바꿉니다.|ko|Kore",
        "Компилятор превращает исходный текст программы в машинный код.|ru|Cyrl"
      })
  void tellsLanguageAndScript(String text, String code, String script) {
    Language language = Language.of(text);

    assertThat(language.code(), equalTo(code));
    assertThat(language.script(), equalTo(script));
    assertThat(language.confidence(), greaterThan(0.0));
  }

  @ParameterizedTest
  @CsvSource({"42", "'!? --'"})
  void nothingToGoByIsUndetermined(String text) {
    assertThat(Language.of(text), equalTo(new Language("und", "Zyyy", 0)));
  }
}
