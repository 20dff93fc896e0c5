package org.postpurchase.shared.json;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.UnreadableJsonException;

/** The one door to the library for JSON. */
public final class JsonModule {
  /** The library reads by recursion: what is nested deeper would use up a thread's stack. */
  static final int DEPTH_MAX = 60;

  private JsonModule() {}

  /** Refuses what is nested more than 60 deep, which nobody writes for another program to read. */
  public static JsonReader reader() {
    return json -> {
      requireFlat(json);
      try {
        return JsonParser.any().from(json);
      } catch (JsonParserException e) {
        throw new UnreadableJsonException(
            "This is not JSON: line " + e.getLinePosition() + ", column " + e.getCharPosition(), e);
      }
    };
  }

  private static void requireFlat(String json) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted && c == '\\') {
        i++; // whatever is escaped
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == '{')) {
        depth++;
      } else if (!quoted && (c == ']' || c == '}')) {
        depth--;
      }
      if (depth > DEPTH_MAX) {
        throw new UnreadableJsonException(
            "This JSON is nested more than " + DEPTH_MAX + " deep at character " + (i + 1) + ".");
      }
    }
  }
}
