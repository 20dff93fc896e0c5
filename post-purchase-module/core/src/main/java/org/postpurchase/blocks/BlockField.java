package org.postpurchase.blocks;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One thing that a block asks its author for. Immutable. */
public final class BlockField {
  /** What is typed in and how it is checked; names are part of the admin's words. */
  public enum Type {
    /** One line; fields of the reader's may stand in it. */
    LINE,
    /** Paragraphs, with fields, bold, lists and links. */
    TEXT,
    /** {@code https://…}, a path of the shop's, or a field that is a link. */
    URL,
    /** {@code https://…} of a picture. */
    PICTURE,
    /** One word of letters, digits and underscores, with or without {@code #}. */
    HASHTAG,
    /** One of the choices. */
    CHOICE
  }

  public final String name;
  public final Type type;
  public final boolean required;

  /** Of {@link Type#CHOICE}, the first one where nothing was chosen. */
  public final List<String> choices;

  private BlockField(String name, Type type, boolean required, List<String> choices) {
    this.name = name;
    this.type = type;
    this.required = required;
    this.choices = choices;
  }

  public static BlockField required(String name, Type type) {
    return new BlockField(name, type, true, Collections.emptyList());
  }

  public static BlockField optional(String name, Type type) {
    return new BlockField(name, type, false, Collections.emptyList());
  }

  public static BlockField choice(String name, String... choices) {
    return new BlockField(
        name, Type.CHOICE, false, Collections.unmodifiableList(Arrays.asList(choices)));
  }

  /** As it is shown, with one {@code #} in front; empty when nothing was typed. */
  public static String hashtag(String typed) {
    String tag = typed.trim();
    return tag.isEmpty() || tag.startsWith("#") ? tag : "#" + tag;
  }

  static boolean isHashtag(String typed) {
    return hashtag(typed).matches("#[\\p{L}\\p{N}_]+");
  }

  /** Characters that it may have. */
  public int most() {
    switch (type) {
      case TEXT:
        return 4000;
      case LINE:
        return 250;
      case HASHTAG:
        return 50;
      default:
        return 500;
    }
  }
}
