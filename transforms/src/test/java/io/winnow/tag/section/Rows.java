package io.winnow.tag.section;

import java.util.ArrayList;
import java.util.List;

/** Small labelled sets in two languages. */
final class Rows {
  private static final String[] GARDEN = {
    "Prune the roses after the last frost",
    "Tomatoes want sun and rich soil",
    "Water the seedlings in the morning",
    "Compost feeds the soil of the beds",
    "玫瑰在霜冻之后修剪",
    "番茄喜欢阳光和肥沃的土壤",
    "早晨给幼苗浇水",
    "堆肥让花坛的土壤更肥沃"
  };
  private static final String[] CODE = {
    "The compiler inlines small methods",
    "A garbage collector frees memory",
    "The debugger stops at every exception",
    "Threads share memory without locks",
    "编译器会内联小的方法",
    "垃圾回收器释放内存",
    "调试器在每个异常处停下",
    "线程不加锁地共享内存"
  };

  private Rows() {}

  static LabelledText row(String title, String label) {
    return new LabelledText(SectionText.of(title, ""), label, title, title);
  }

  /** Eight rows of a garden and eight about programs. */
  static List<LabelledText> gardenAndCode() {
    List<LabelledText> rows = new ArrayList<>();
    for (String title : GARDEN) {
      rows.add(row(title, "home/garden"));
    }
    for (String title : CODE) {
      rows.add(row(title, "软件 开发"));
    }
    return rows;
  }
}
