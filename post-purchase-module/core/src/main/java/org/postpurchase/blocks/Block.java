package org.postpurchase.blocks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One block as its author filled it in. Immutable. */
public final class Block {
  public final String kind;
  private final Map<String, String> values;

  public Block(String kind, Map<String, String> values) {
    this.kind = kind;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Without spaces around it; empty when there is none. */
  public String value(String field) {
    return values.getOrDefault(field, "").trim();
  }

  /** By field, in the order in which they were given. */
  public Map<String, String> values() {
    return values;
  }
}
