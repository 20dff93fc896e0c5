package org.postpurchase.admin.review;

import java.util.Map;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.shared.ShownText;
import org.postpurchase.story.ShownStory;

/** Plain values of one story for the list. */
final class StoryRow {
  private static final int START = 160;

  private final ShownStory shown;
  private final Map<Long, String> products;
  private final Moments moments;

  StoryRow(ShownStory shown, Map<Long, String> products, Moments moments) {
    this.shown = shown;
    this.products = products;
    this.moments = moments;
  }

  public long getId() {
    return shown.story.id;
  }

  public int getEdition() {
    return shown.story.edition;
  }

  public String getState() {
    return shown.story.state.name();
  }

  public String getKind() {
    return shown.story.kind.name();
  }

  /** 0 for an upload. */
  public long getReview() {
    return shown.story.origin.reviewId;
  }

  /** Empty for words alone. */
  public String getPicture() {
    return shown.story.sha256;
  }

  public String getStart() {
    return ShownText.cut(ShownText.line(shown.words, Integer.MAX_VALUE), START);
  }

  /** Empty for the whole shop. */
  public String getProduct() {
    long id = shown.story.origin.productId;
    return id == 0 ? "" : products.getOrDefault(id, "#" + id);
  }

  public String getNickname() {
    return shown.story.nickname;
  }

  public String getOwner() {
    return shown.story.origin.contact;
  }

  /** Names of the uses, for keys of words. */
  public java.util.List<String> getUses() {
    return shown.story.uses.stream().sorted().map(Enum::name).collect(Collectors.toList());
  }

  /** Word for word. */
  public String getConsent() {
    return shown.story.consentText;
  }

  public String getGivenAt() {
    return moments.of(shown.story.givenAt);
  }

  /** Whether staff can choose it. */
  public boolean isFree() {
    return shown.story.givenAt != null
        && !getState().equals("WITHDRAWN")
        && !getState().equals("ASKED");
  }
}
