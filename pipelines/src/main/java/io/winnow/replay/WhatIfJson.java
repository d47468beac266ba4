package io.winnow.replay;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.query.TerminalText;
import java.io.IOException;

/** Tells a {@link WhatIfAnswer} to scripts. */
public final class WhatIfJson {
  private WhatIfJson() {}

  /**
   * One object on a line, its end included, with every piece that changes sides.
   *
   * @param quality the rules that were asked for, as given
   */
  public static String of(WhatIfAnswer answer, String quality) throws IOException {
    JsonMapper json = TerminalText.json();
    json.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    ObjectNode object = json.createObjectNode().put("quality", quality);
    object.setAll((ObjectNode) json.valueToTree(answer));
    return json.writeValueAsString(object) + "\n";
  }
}
