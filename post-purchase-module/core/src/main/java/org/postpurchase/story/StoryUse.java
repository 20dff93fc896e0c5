package org.postpurchase.story;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a story may be used. The names are stored and never change their meaning. */
public enum StoryUse {
  /** Pages of the shop. */
  GALLERY,
  /** Mails to other customers. */
  MAIL;

  static String text(Set<StoryUse> uses) {
    return uses.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  static Set<StoryUse> parse(String text) {
    Set<StoryUse> uses = EnumSet.noneOf(StoryUse.class);
    for (StoryUse use : values()) {
      if (("," + text + ",").contains("," + use.name() + ",")) {
        uses.add(use);
      }
    }
    return uses;
  }
}
