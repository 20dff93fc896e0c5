package org.postpurchase.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A campaign as its row has it. Immutable. */
public final class Campaign {
  /** What may stand in its page's address. */
  public static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{2,39}");

  public static final int PRIZES_MAX = 100;

  /** 0 before it is stored. */
  public final long id;

  public final String code;
  public final Text text;

  /** Triggers whose moments enter the person. */
  public final Set<String> moments;

  /** Whether the page takes photos. */
  public final boolean uploads;

  /** How many entries win; 0 for no draw. */
  public final int prizes;

  public final CampaignState state;
  public final Instant startsAt;
  public final Instant endsAt;
  public final Draw draw;

  /** Goes up with each change. */
  public final int edition;

  /** What people read, each as {@link org.postpurchase.shared.LocalText}. Immutable. */
  public static final class Text {
    public final String title;

    /** Empty for none. */
    public final String hashtag;

    public final String intro;
    public final String rules;

    public Text(String title, String hashtag, String intro, String rules) {
      this.title = requireNonNull(title, "title");
      this.hashtag = requireNonNull(hashtag, "hashtag");
      this.intro = requireNonNull(intro, "intro");
      this.rules = requireNonNull(rules, "rules");
    }
  }

  /** What makes the draw checkable; empty texts for a campaign without one. Immutable. */
  public static final class Draw {
    public static final Draw NONE = new Draw("", "", "", null);

    /** Secret until the draw. */
    public final String seed;

    /** SHA-256 of the seed, published from the opening on. */
    public final String commitment;

    /** SHA-256 of the list that was drawn from; empty before. */
    public final String entriesHash;

    /** Null before. */
    public final Instant drawnAt;

    public Draw(String seed, String commitment, String entriesHash, Instant drawnAt) {
      this.seed = requireNonNull(seed, "seed");
      this.commitment = requireNonNull(commitment, "commitment");
      this.entriesHash = requireNonNull(entriesHash, "entriesHash");
      this.drawnAt = drawnAt;
    }
  }

  private Campaign(Builder b) {
    id = b.id;
    code = b.code;
    text = b.text;
    moments = Collections.unmodifiableSet(b.moments);
    uploads = b.uploads;
    prizes = b.prizes;
    state = b.state;
    startsAt = b.startsAt;
    endsAt = b.endsAt;
    draw = b.draw;
    edition = b.edition;
  }

  public static Builder of(String code, Text text) {
    return new Builder(code, text);
  }

  /** A copy to be changed. */
  public Builder but() {
    Builder b = new Builder(code, text);
    b.id = id;
    b.moments = new LinkedHashSet<>(moments);
    b.uploads = uploads;
    b.prizes = prizes;
    b.state = state;
    b.startsAt = startsAt;
    b.endsAt = endsAt;
    b.draw = draw;
    b.edition = edition;
    return b;
  }

  /** Whether somebody can enter at that moment. */
  public boolean takesEntriesAt(Instant moment) {
    return state == CampaignState.OPEN && !moment.isBefore(startsAt) && moment.isBefore(endsAt);
  }

  /** Reads {@code REVIEW_LEFT, TIER_GAINED}. */
  public static Set<String> moments(String text) {
    Set<String> keys = new LinkedHashSet<>(Arrays.asList(text.trim().split("[\\s,;]+")));
    keys.remove("");
    return keys;
  }

  /** Collects what a campaign has. Not thread-safe. */
  public static final class Builder {
    private final String code;
    private Text text;
    private long id;
    private Set<String> moments = new LinkedHashSet<>();
    private boolean uploads;
    private int prizes;
    private CampaignState state = CampaignState.DRAFT;
    private Instant startsAt;
    private Instant endsAt;
    private Draw draw = Draw.NONE;
    private int edition = 1;

    private Builder(String code, Text text) {
      this.code = requireNonNull(code, "code");
      this.text = requireNonNull(text, "text");
    }

    public Builder row(long rowId, int rowEdition) {
      id = rowId;
      edition = rowEdition;
      return this;
    }

    public Builder text(Text newText) {
      text = newText;
      return this;
    }

    public Builder entries(Set<String> triggers, boolean photos) {
      moments = new LinkedHashSet<>(triggers);
      uploads = photos;
      return this;
    }

    public Builder prizes(int number, Draw newDraw) {
      prizes = number;
      draw = requireNonNull(newDraw, "draw");
      return this;
    }

    public Builder state(CampaignState newState) {
      state = newState;
      return this;
    }

    public Builder runs(Instant from, Instant until) {
      startsAt = requireNonNull(from, "from");
      endsAt = requireNonNull(until, "until");
      return this;
    }

    public Campaign build() {
      requireNonNull(startsAt, "startsAt");
      return new Campaign(this);
    }
  }
}
