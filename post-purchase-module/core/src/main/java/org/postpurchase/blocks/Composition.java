package org.postpurchase.blocks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.PlainJson;

/** A mail as its author composed it. Immutable. */
public final class Composition {
  private static final String FORM = "1";

  public final String subject;

  /** What mail programs show behind the subject. */
  public final String preheader;

  /** Why the reader gets it, in the small print; empty for the usual reason. */
  public final String reason;

  public final List<Block> blocks;

  public Composition(String subject, String preheader, String reason, List<Block> blocks) {
    this.subject = subject;
    this.preheader = preheader;
    this.reason = reason;
    this.blocks = Collections.unmodifiableList(new ArrayList<>(blocks));
  }

  /** The same with one block only. */
  Composition alone(Block block) {
    return new Composition(subject, preheader, reason, Collections.singletonList(block));
  }

  /** The JSON in which it is stored and edited. */
  public String text() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("v", FORM);
    object.put("subject", subject);
    object.put("preheader", preheader);
    object.put("reason", reason);
    List<Map<String, Object>> parts = new ArrayList<>();
    for (Block block : blocks) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("kind", block.kind);
      part.putAll(block.values());
      parts.add(part);
    }
    object.put("blocks", parts);
    return PlainJson.write(object);
  }

  /**
   * What was written by {@link #text}; whatever is missing is empty.
   *
   * @throws org.postpurchase.shared.UnreadableJsonException when it is no JSON
   */
  public static Composition of(String text, JsonReader json) {
    Object read = PlainJson.texts(json.read(text));
    Map<?, ?> object = read instanceof Map ? (Map<?, ?>) read : Collections.emptyMap();
    List<Block> blocks = new ArrayList<>();
    for (Map<?, ?> part : PlainJson.objects(object, "blocks")) {
      Map<String, String> values = new LinkedHashMap<>();
      part.forEach(
          (name, value) -> {
            if (value instanceof String && !name.equals("kind")) {
              values.put(name.toString(), ((String) value).replace("\r\n", "\n"));
            }
          });
      blocks.add(new Block(PlainJson.text(part, "kind"), values));
    }
    return new Composition(
        PlainJson.text(object, "subject").trim(),
        PlainJson.text(object, "preheader").trim(),
        PlainJson.text(object, "reason").trim(),
        blocks);
  }
}
