package org.postpurchase.admin.transfer;

import java.util.List;
import java.util.Locale;
import javax.persistence.EntityManager;
import org.postpurchase.portable.PortableNode;

/**
 * One kind of setting, as entries of a file. All methods join the caller's transaction. Whether an
 * entry is switched on is not in a file: what is added is off, what is changed stays as it is.
 */
public interface Shelf {
  /** Name of its part of the file. */
  String kind();

  /** Whose READ permission an export needs, and whose UPDATE permission an import. */
  List<Class<?>> records();

  /** All entries in the order of their keys. */
  List<Entry> entries(EntityManager em);

  /**
   * What is wrong with an entry, in words; empty when {@link #put} would take it.
   *
   * @param names what the file itself brings along
   */
  List<String> problems(EntityManager em, Entry entry, FileNames names, Locale locale);

  /**
   * Adds the entry or changes the one of its key. The edition of what is changed goes up, so that
   * whoever has it open is told.
   *
   * @param actor who does it
   * @throws ChangedMeanwhileException when somebody saved it in the same moment
   */
  void put(EntityManager em, Entry entry, String actor);

  /** One setting. Immutable. */
  final class Entry {
    public final String key;

    /** What users call it. */
    public final String name;

    public final PortableNode content;

    /** Whether it is at work in this shop, so that a change counts at once. */
    public final boolean live;

    public Entry(String key, String name, PortableNode content, boolean live) {
      this.key = key;
      this.name = name;
      this.content = content;
      this.live = live;
    }
  }

  /** Somebody else has saved one of the settings since the differences were shown. */
  final class ChangedMeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException(String what) {
      super(what);
    }
  }
}
