package org.postpurchase.shared.json;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.PostPurchaseException;

/** The one door to the library for JSON. */
public final class JsonModule {
  private JsonModule() {}

  public static JsonReader reader() {
    return json -> {
      try {
        return JsonParser.any().from(json);
      } catch (JsonParserException e) {
        throw new PostPurchaseException(
            "This is not JSON: line " + e.getLinePosition() + ", column " + e.getCharPosition(), e);
      }
    };
  }
}
