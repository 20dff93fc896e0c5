package org.postpurchase.story;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Something that a customer gave the shop to show, and the right to it. Immutable. */
public final class Story {
  /** 0 before it is stored. */
  public final long id;

  public final StoryKind kind;

  /** Names it among all stories: giving the same again is the same story. */
  public final String key;

  public final Origin origin;

  /** Empty for none. */
  public final String nickname;

  /** Words of an upload; empty where the review has them. */
  public final String body;

  /** Hash of the picture; empty for none. */
  public final String sha256;

  public final StoryState state;
  public final Set<StoryUse> uses;

  /** The sentence that its owner agreed to; empty until then. */
  public final String consentText;

  /** Null until then. */
  public final Instant givenAt;

  /** Null unless it was taken back. */
  public final Instant withdrawnAt;

  public final Locale locale;

  /** Goes up with each change. */
  public final int edition;

  public final Instant createdAt;

  /** Where a story comes from. Immutable. */
  public static final class Origin {
    /** 0 for none. */
    public final long reviewId;

    /** 0 for none. */
    public final long campaignId;

    /** 0 for none. */
    public final long productId;

    /** Key of its owner's mailbox. */
    public final String contact;

    public Origin(long reviewId, long campaignId, long productId, String contact) {
      this.reviewId = reviewId;
      this.campaignId = campaignId;
      this.productId = productId;
      this.contact = requireNonNull(contact, "contact");
    }
  }

  private Story(Builder b) {
    id = b.id;
    kind = b.kind;
    key = b.key;
    origin = b.origin;
    nickname = b.nickname;
    body = b.body;
    sha256 = b.sha256;
    state = b.state;
    uses = Collections.unmodifiableSet(b.uses);
    consentText = b.consentText;
    givenAt = b.givenAt;
    withdrawnAt = b.withdrawnAt;
    locale = b.locale;
    edition = b.edition;
    createdAt = b.createdAt;
  }

  public static Builder of(StoryKind kind, String key, Origin origin) {
    return new Builder(kind, key, origin);
  }

  /** A copy to be changed. */
  public Builder but() {
    Builder b = new Builder(kind, key, origin);
    b.id = id;
    b.nickname = nickname;
    b.body = body;
    b.sha256 = sha256;
    b.state = state;
    b.uses = uses.isEmpty() ? EnumSet.noneOf(StoryUse.class) : EnumSet.copyOf(uses);
    b.consentText = consentText;
    b.givenAt = givenAt;
    b.withdrawnAt = withdrawnAt;
    b.locale = locale;
    b.edition = edition;
    b.createdAt = createdAt;
    return b;
  }

  /** Collects what a story has beside its origin. Not thread-safe. */
  public static final class Builder {
    private final StoryKind kind;
    private final String key;
    private final Origin origin;
    private long id;
    private String nickname = "";
    private String body = "";
    private String sha256 = "";
    private StoryState state = StoryState.WAITING;
    private Set<StoryUse> uses = EnumSet.noneOf(StoryUse.class);
    private String consentText = "";
    private Instant givenAt;
    private Instant withdrawnAt;
    private Locale locale = Locale.ROOT;
    private int edition = 1;
    private Instant createdAt;

    private Builder(StoryKind kind, String key, Origin origin) {
      this.kind = requireNonNull(kind, "kind");
      this.key = requireNonNull(key, "key");
      this.origin = requireNonNull(origin, "origin");
    }

    public Builder row(long rowId, int rowEdition) {
      id = rowId;
      edition = rowEdition;
      return this;
    }

    public Builder by(String newNickname, Locale newLocale) {
      nickname = requireNonNull(newNickname, "nickname");
      locale = requireNonNull(newLocale, "locale");
      return this;
    }

    public Builder words(String newBody) {
      body = requireNonNull(newBody, "body");
      return this;
    }

    public Builder picture(String newSha256) {
      sha256 = requireNonNull(newSha256, "sha256");
      return this;
    }

    public Builder state(StoryState newState) {
      state = requireNonNull(newState, "state");
      return this;
    }

    /** The right, as its owner gave it. */
    public Builder given(Set<StoryUse> newUses, String sentence, Instant at) {
      uses = newUses.isEmpty() ? EnumSet.noneOf(StoryUse.class) : EnumSet.copyOf(newUses);
      consentText = requireNonNull(sentence, "sentence");
      givenAt = at;
      return this;
    }

    public Builder withdrawn(Instant at) {
      withdrawnAt = at;
      return this;
    }

    public Builder created(Instant at) {
      createdAt = at;
      return this;
    }

    public Story build() {
      requireNonNull(createdAt, "createdAt");
      return new Story(this);
    }
  }
}
