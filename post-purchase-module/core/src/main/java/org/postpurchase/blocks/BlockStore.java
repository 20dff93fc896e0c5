package org.postpurchase.blocks;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What templates were composed of, and what they are called. Joins the caller's transaction. */
public interface BlockStore {
  /** The composition of a version as it was stored; empty for one that was written as Velocity. */
  Optional<String> composition(String templateKey, String localeCode, int version);

  /** Keeps the composition of a version unless it is there already. */
  void keep(String templateKey, String localeCode, int version, String composition);

  /** Names and places of all templates that have any, by key. */
  Map<String, Label> labels();

  /** The same for one; {@link Label#NONE} when it has none. */
  Label label(String templateKey);

  /** Saves it; false when somebody else has saved since {@code label.edition - 1}. */
  boolean save(String templateKey, Label label);

  /** What a template is called and whether it was put away. Immutable. */
  final class Label {
    public static final Label NONE = new Label("", null, 0);

    /** Empty for the name that it came with. */
    public final String name;

    /** Null while lists and choices show it. */
    public final Instant archivedAt;

    /** Goes up with each save. */
    public final int edition;

    public Label(String name, Instant archivedAt, int edition) {
      this.name = name;
      this.archivedAt = archivedAt;
      this.edition = edition;
    }

    public boolean isArchived() {
      return archivedAt != null;
    }
  }
}
