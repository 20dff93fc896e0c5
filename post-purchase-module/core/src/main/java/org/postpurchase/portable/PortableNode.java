package org.postpurchase.portable;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a file: a text, a list or named fields. Numbers, yes and no are texts as they stand in
 * the file. Equal to another one of the same content, wherever they stand. Immutable.
 */
public final class PortableNode {
  public static final PortableNode EMPTY = text("");

  /** Null unless this is a text. */
  public final String text;

  /** Empty unless this is a list. */
  public final List<PortableNode> items;

  /** In the order of the file; empty unless this has fields. */
  public final Map<String, PortableNode> fields;

  /** Where it begins in the file, from 1; 0 for one that was not read. */
  public final int line;

  private PortableNode(
      String text, List<PortableNode> items, Map<String, PortableNode> fields, int line) {
    this.text = text;
    this.items = Collections.unmodifiableList(new ArrayList<>(items));
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    this.line = line;
  }

  public static PortableNode text(String text) {
    return text(text, 0);
  }

  public static PortableNode text(String text, int line) {
    return new PortableNode(
        requireNonNull(text, "text"), Collections.emptyList(), Collections.emptyMap(), line);
  }

  public static PortableNode list(List<PortableNode> items, int line) {
    return new PortableNode(null, items, Collections.emptyMap(), line);
  }

  public static PortableNode fields(Map<String, PortableNode> fields, int line) {
    return new PortableNode(null, Collections.emptyList(), fields, line);
  }

  public boolean isText() {
    return text != null;
  }

  /** Nothing at all: an empty text, list or set of fields. */
  public boolean isEmpty() {
    return text == null ? items.isEmpty() && fields.isEmpty() : text.isEmpty();
  }

  /** The field; {@link #EMPTY} where there is none. */
  public PortableNode field(String name) {
    return fields.getOrDefault(name, EMPTY);
  }

  /** The text of a field; empty where it is none. */
  public String textOf(String name) {
    String found = field(name).text;
    return found == null ? "" : found;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof PortableNode)) {
      return false;
    }
    PortableNode that = (PortableNode) other;
    return isEmpty() && that.isEmpty()
        || isText() == that.isText()
            && (text == null || text.equals(that.text))
            && items.equals(that.items)
            && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return isEmpty() ? 0 : isText() ? text.hashCode() : items.hashCode() + fields.hashCode();
  }

  @Override
  public String toString() {
    return isText() ? text : fields.isEmpty() ? items.toString() : fields.toString();
  }

  /** Collects fields; those without content are left out. */
  public static final class Builder {
    private final Map<String, PortableNode> fields = new LinkedHashMap<>();

    /** Null is an empty one. */
    public Builder put(String name, Object value) {
      return put(name, text(value == null ? "" : value.toString()));
    }

    public Builder put(String name, PortableNode value) {
      if (!value.isEmpty()) {
        fields.put(name, value);
      }
      return this;
    }

    public PortableNode build() {
      return PortableNode.fields(fields, 0);
    }
  }
}
