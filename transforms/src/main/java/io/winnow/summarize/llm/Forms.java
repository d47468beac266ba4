package io.winnow.summarize.llm;

import io.winnow.text.Folding;
import io.winnow.text.Scripts;
import io.winnow.text.Sentences;
import java.util.List;
import java.util.regex.Pattern;

/** Tells by its form what is no summary: markup, refusals, talk about the task. */
final class Forms {
  private static final Pattern MARKUP =
      Pattern.compile(
          "\\*\\*|__|`|~~|(?<!\\w)\\*\\w|\\]\\(|!\\[|\\]\\[|<[/!a-zA-Z]|&(?:[a-zA-Z]{2,8}|#\\d{1,6}|#x[0-9a-fA-F]{1,6});|\\|.*\\|"
              + "|^\\s{0,3}(?:#{1,6}\\s|[-*+•·]\\s|\\d{1,2}[.)、]\\s|>\\s|={3,}|-{3,})",
          Pattern.MULTILINE);

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern REFUSAL =
      Pattern.compile(
          "^\\W{0,3}(?:i['’]?m (?:sorry|afraid|unable)|i am (?:sorry|afraid|unable)|sorry\\b|i (?:cannot|can['’]?t|won['’]?t|will not|am not able)\\b"
              + "|unfortunately,? i\\b|as an? (?:ai|language model|large language|assistant)\\b|i['’]?m an? (?:ai|language model|assistant)\\b|i (?:don['’]?t|do not) have\\b"
              + "|(?:很|非常|十分)?抱歉|对不起|不好意思|很遗憾，?我|我(?:无法|不能|没有办法|没办法)|作为(?:一个|一款|一名)?(?:ai|人工智能|大?语言模型|助手)|我是(?:一个|一款|一名)?(?:ai|人工智能|大?语言模型))",
          FLAGS);

  private static final Pattern PREAMBLE =
      Pattern.compile(
          "^\\W{0,3}(?:here(?:['’]s| is| are)\\b.{0,60}(?:summar|sentence|json|array)|(?:a |the |in )?summary\\s*[:：]|sure[,!.]|certainly[,!.]|of course[,!.]|okay[,!.]"
              + "|以下(?:是|为).{0,20}(?:摘要|总结|概括|概要)|(?:摘要|总结|概要|概括)\\s*[:：]|好的[，,。！!]|当然[，,。！!])",
          FLAGS);

  private static final int LEAK = 24;

  private Forms() {}

  static boolean isMarkup(String text) {
    return MARKUP.matcher(text).find();
  }

  /** A refusal in any sentence that the article does not have itself. */
  static boolean isRefusal(List<String> sentences, String source) {
    return sentences.stream()
        .anyMatch(sentence -> REFUSAL.matcher(sentence).find() && !source.contains(sentence));
  }

  static boolean isPreamble(String first, String source) {
    return PREAMBLE.matcher(first).find() && !source.contains(first);
  }

  /** A sentence of the instruction, or its fence, in the answer. */
  static boolean leaks(String answer, String system) {
    String folded = Folding.key(answer);
    return answer.contains("=====")
        || Sentences.of(system).stream()
            .map(sentence -> Folding.key(sentence.text()))
            .anyMatch(key -> Scripts.length(key) >= LEAK && folded.contains(key));
  }

  /** Controls, marks of direction, invisible characters, and such as stand for none. */
  static boolean hasForbiddenCharacters(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL -> c != '\n' && c != '\t' && c != '\r';
                  case Character.FORMAT -> c != 0x200D;
                  case Character.SURROGATE,
                      Character.PRIVATE_USE,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      true;
                  default -> c == 0xFFFD || c >= 0xE0000;
                });
  }
}
