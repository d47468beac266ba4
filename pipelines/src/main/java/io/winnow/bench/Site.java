package io.winnow.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Where articles are published.
 *
 * @param footer lines below each article
 * @param menu labels around each page
 * @param layout which of the layouts its pages have
 */
record Site(String host, String name, List<String> footer, List<String> menu, int layout) {
  static Site of(Prose prose, Prose english, Dice dice, int number) {
    String host = english.label(dice, 1) + english.label(dice, 1) + number + ".example";
    String name = prose.lang().equals("zh") ? prose.label(dice, 2) + "网" : prose.label(dice, 2);
    List<String> menu = new ArrayList<>();
    for (int i = dice.between(12, 40); i > 0; i--) {
      menu.add(prose.label(dice, dice.between(1, 2)));
    }
    return new Site(host, name, prose.footer(name, dice), menu, dice.below(3));
  }
}
