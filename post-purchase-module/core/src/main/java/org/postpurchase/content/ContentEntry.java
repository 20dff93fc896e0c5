package org.postpurchase.content;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One text of the library in one language. Immutable. */
public final class ContentEntry {
  /** Days after delivery beyond which nothing is told. */
  public static final int DAYS_MAX = 3650;

  /** 0 until it is saved. */
  public final long id;

  public final ContentKind kind;
  public final ContentScope scope;

  /** Product or category; 0 for the whole shop. */
  public final long scopeId;

  /** BCP 47 tag of its language, such as {@code de}. */
  public final String localeCode;

  /** Calendar days after delivery from which on it is told; 0 also before delivery. */
  public final int daysFrom;

  /** The last such day. */
  public final int daysTo;

  /** At most 200 characters; a question, for questions. */
  public final String title;

  /** Paragraphs of plain text, at most 4000 characters. */
  public final String body;

  /** Where to read or watch more, absolute or a path of the shop; may be empty. */
  public final String link;

  /** Likewise. */
  public final String picture;

  /** Among several that fit equally well, the lowest comes first. */
  public final int position;

  public final boolean active;

  /** What it was made from, such as {@code case:12}; empty for nothing. */
  public final String source;

  public final Instant changedAt;

  /** Goes up with each save. */
  public final int edition;

  private ContentEntry(Builder b) {
    id = b.id;
    kind = requireNonNull(b.kind, "kind");
    scope = requireNonNull(b.scope, "scope");
    scopeId = scope == ContentScope.SHOP ? 0 : b.scopeId;
    localeCode = requireNonNull(b.localeCode, "localeCode");
    daysFrom = b.daysFrom;
    daysTo = b.daysTo;
    title = requireNonNull(b.title, "title");
    body = requireNonNull(b.body, "body");
    link = requireNonNull(b.link, "link");
    picture = requireNonNull(b.picture, "picture");
    position = b.position;
    active = b.active;
    source = requireNonNull(b.source, "source");
    changedAt = b.changedAt;
    edition = b.edition;
  }

  public Builder but() {
    return new Builder(kind, scope, scopeId)
        .id(id, edition)
        .language(localeCode)
        .days(daysFrom, daysTo)
        .text(title, body)
        .link(link, picture)
        .position(position)
        .active(active)
        .source(source)
        .changedAt(changedAt);
  }

  /** Starts with an entry that is switched off and has no text. Not thread-safe. */
  public static final class Builder {
    private long id;
    private ContentKind kind;
    private ContentScope scope;
    private long scopeId;
    private String localeCode = "en";
    private int daysFrom;
    private int daysTo = DAYS_MAX;
    private String title = "";
    private String body = "";
    private String link = "";
    private String picture = "";
    private int position;
    private boolean active;
    private String source = "";
    private Instant changedAt;
    private int edition;

    public Builder(ContentKind kind, ContentScope scope, long scopeId) {
      this.kind = kind;
      this.scope = scope;
      this.scopeId = scopeId;
    }

    public Builder id(long newId, int newEdition) {
      id = newId;
      edition = newEdition;
      return this;
    }

    public Builder language(String code) {
      localeCode = code;
      return this;
    }

    public Builder days(int from, int to) {
      daysFrom = from;
      daysTo = to;
      return this;
    }

    public Builder text(String newTitle, String newBody) {
      title = newTitle;
      body = newBody;
      return this;
    }

    public Builder link(String newLink, String newPicture) {
      link = newLink;
      picture = newPicture;
      return this;
    }

    public Builder position(int newPosition) {
      position = newPosition;
      return this;
    }

    public Builder active(boolean on) {
      active = on;
      return this;
    }

    public Builder source(String newSource) {
      source = newSource;
      return this;
    }

    public Builder changedAt(Instant at) {
      changedAt = at;
      return this;
    }

    public ContentEntry build() {
      return new ContentEntry(this);
    }
  }
}
