package io.winnow.summarize.llm;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no number at all | []",
        "1,200 and 1200 and １，２００ | [1200]",
        "1,234,567.80 | [1234567.8]",
        "2,34 | [2, 34]",
        "2026-02-06 | [2, 2026, 6]",
        "version 5.2.1 | [v5.2.1]",
        "1.2k, 3.5 billion, 7B | [1200, 3500000000, 7000000000]",
        "$3m and 3m | [3, 3000000]",
        "40 %, 40 percent, ４０％ | [40%]",
        "百分之40，上升4个百分点 | [4%, 40%]",
        "3.2亿、5千万、十二万 | [120000, 320000000, 50000000]",
        "三百二十、二〇二六年、一万两千、一亿零五万 | [100050000, 12000, 2026, 320]",
        "一个、两种、万一、千万、十分、三五成群 | []",
        "one of two or ten | []",
        "twenty-five, twelve and three million | [12, 25, 3000000]",
        "a hundred and five; one hundred and five | [105]",
        "thirteen and fourteen | [13, 14]",
        "tone, oneself, attend | []",
        "٣٢٠ | [320]",
        "H100 and GPT-5 | [100, 5]",
      })
  void areFoundByValue(String text, String numbers) {
    assertThat(Amounts.of(text).toString(), is(numbers));
  }
}
