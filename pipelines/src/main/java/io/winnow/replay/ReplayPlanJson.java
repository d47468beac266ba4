package io.winnow.replay;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.query.TerminalText;
import java.io.IOException;

/** Tells a {@link ReplayPlan} to scripts. */
public final class ReplayPlanJson {
  private ReplayPlanJson() {}

  /** One object on a line, its end included. */
  public static String of(ReplayPlan plan) throws IOException {
    JsonMapper json = TerminalText.json();
    json.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    ObjectNode object = json.createObjectNode();
    object.set("files", json.valueToTree(plan.files().stream().map(file -> file.uri()).toList()));
    object.set("pieces", json.valueToTree(plan.pieces()));
    ArrayNode left = object.putArray("left");
    plan.left()
        .forEach((piece, why) -> left.add(((ObjectNode) json.valueToTree(piece)).put("why", why)));
    return json.writeValueAsString(object) + "\n";
  }
}
