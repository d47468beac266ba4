package io.winnow.clean;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import org.junit.jupiter.api.Test;
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

  /** Titles and remarks of a few words, which models take for Latin, Galician or Afrikaans. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Announcing Rust 1.84|en|Latn",
        "Notes on register allocation|en|Latn",
        "Why garbage collectors pause|en|Latn",
        "Eine kurze Geschichte der Register|de|Latn",
        "Por qué los registros son pocos|es|Latn",
        "Pourquoi les registres manquent|fr|Latn",
        "Hoe werkt een compiler eigenlijk?|nl|Latn",
        "Hvordan virker en kompilator?|no|Latn",
        "Hur fungerar en kompilator?|sv|Latn",
        "Jak działa kompilator?|pl|Latn",
        "Bagaimana kompiler bekerja untuk Anda?|id|Latn",
        "Как работает компилятор|ru|Cyrl",
        "Як працює компілятор|uk|Cyrl",
        "Πώς λειτουργεί ο μεταγλωττιστής|el|Grek",
        "איך עובד מהדר|he|Hebr",
        "經濟學入門|zh|Hant",
        "大阪府立図書館利用案内|ja|Jpan",
        "佢哋唔係喺度食飯嘅|zh|Hant",
        "一台电脑与一群人|zh|Hans",
        "只有一台電腦|zh|Hant"
      })
  void tellsAFewWords(String text, String code, String script) {
    Language language = Language.of(text);

    assertThat(language.code(), equalTo(code));
    assertThat(language.script(), equalTo(script));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "天天向上|zh-TW|zh|Hant",
        "天天向上|zh-Hans-HK|zh|Hans",
        "天天向上|ja|ja|Jpan",
        "这里写的是简体字|zh_TW|zh|Hans",
        "The compiler turns source code into code of the machine.|de|en|Latn",
        "Matroska 3D video|fi|fi|Latn",
        "Matroska 3D video|not a tag|und|Latn"
      })
  void hearsWhatIsDeclaredWhereTheTextLeavesDoubt(
      String text, String declared, String code, String script) {
    Language language = Language.of(text, declared);

    assertThat(language.code(), equalTo(code));
    assertThat(language.script(), equalTo(script));
  }

  @Test
  void quotesInTheOtherScriptDoNotDecide() {
    String text = "他在文章裡引用了一句話：“这个变量没有初始化”，然後說這種錯誤在編譯時應該被發現，開發者們卻還沒有注意。";

    assertThat(Language.of(text).script(), equalTo("Hant"));
  }

  @Test
  void isSurerOfALongText() {
    String sentence = "Der Compiler verteilt die Register.";

    assertThat(
        Language.of(sentence).confidence(),
        lessThanOrEqualTo(Language.of(sentence.repeat(5)).confidence()));
  }

  @ParameterizedTest
  @CsvSource({"42", "'!? --'"})
  void nothingToGoByIsUndetermined(String text) {
    assertThat(Language.of(text), equalTo(new Language("und", "Zyyy", 0)));
  }
}
