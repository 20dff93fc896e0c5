package org.postpurchase.site.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postpurchase.review.ReviewForm;
import org.postpurchase.review.ReviewLine;
import org.postpurchase.review.ReviewState;
import org.postpurchase.review.WriteReview;
import org.postpurchase.shared.ShownAddress;
import org.postpurchase.shared.ShownText;
import org.postpurchase.story.StoryUse;

/** One line of the form, as the template shows it. */
final class LineView {
  private final ReviewLine line;

  /** Hashes of photos that are there. */
  public final List<String> photos;

  private final ReviewWords words;
  private final Locale locale;
  private int stars;
  private String body;
  private String nickname;
  private String video;
  private boolean open;
  private boolean saved;
  private Set<StoryUse> uses = EnumSet.noneOf(StoryUse.class);
  private boolean asked;
  private List<String> problems = Collections.emptyList();

  LineView(ReviewForm form, ReviewLine line, ReviewWords words, Locale locale) {
    this.line = line;
    this.words = words;
    this.locale = locale;
    photos = form.photos(line);
    stars = line.review.map(r -> r.stars).orElse(0);
    body = form.text(line).map(t -> t.body).orElse("");
    video = form.text(line).map(t -> t.video).orElse("");
    nickname = line.review.map(r -> r.nickname).orElseGet(() -> first(form.order.firstName));
    open = line.status == ReviewLine.Status.OPEN;
  }

  private static String first(String name) {
    return ShownText.line(name, WriteReview.NICKNAME_MAX);
  }

  void choose(int number) {
    stars = number;
    open = true;
  }

  void typed(Submission sent, List<String> found) {
    stars = (int) Math.min(5, sent.number("stars"));
    body = sent.text("body");
    nickname = sent.text("nickname");
    video = sent.text("video");
    problems = found;
    open = true;
  }

  /** Where the review may be used, and whether the shop asks for that. */
  void rights(Set<StoryUse> given, boolean askedFor) {
    uses = given;
    asked = askedFor;
  }

  public boolean isInGallery() {
    return uses.contains(StoryUse.GALLERY);
  }

  public boolean isInMail() {
    return uses.contains(StoryUse.MAIL);
  }

  /** Whether the shop has asked for the right and waits for an answer. */
  public boolean isAsked() {
    return asked;
  }

  void saved() {
    saved = true;
  }

  public long getId() {
    return line.line.lineId;
  }

  public String getName() {
    return ShownText.line(line.line.name, 200);
  }

  /** Empty when the product has no picture. */
  public String getPicture() {
    return ShownAddress.picture(words.shop, line.line.pictureUrl);
  }

  public boolean isWritable() {
    return line.isWritable();
  }

  /** Whether the form is unfolded. */
  public boolean isOpen() {
    return open;
  }

  /** Whether it was saved by the last press of the button. */
  public boolean isSaved() {
    return saved;
  }

  public boolean isReviewed() {
    return line.status == ReviewLine.Status.REVIEWED;
  }

  /** What has become of the review, or why there cannot be one; empty for one to be written. */
  public String getStatus() {
    if (line.review.isPresent()) {
      ReviewState state = line.review.get().state;
      return words.of("State_" + state, locale);
    }
    return line.status == ReviewLine.Status.OPEN ? "" : words.of("Line_" + line.status, locale);
  }

  public long getReviewId() {
    return line.review.map(r -> r.id).orElse(0L);
  }

  public boolean isWithdrawable() {
    return line.review.map(r -> r.state != ReviewState.WITHDRAWN).orElse(false);
  }

  public List<StarChoice> getStars() {
    List<StarChoice> choices = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      choices.add(new StarChoice(number, words.of("Stars_" + number, locale), number == stars));
    }
    return choices;
  }

  public int getChosen() {
    return stars;
  }

  public String getBody() {
    return body;
  }

  /** Address of a video; empty for none. */
  public String getVideo() {
    return video;
  }

  public String getNickname() {
    return nickname;
  }

  public boolean isRoomForPhotos() {
    return photos.size() < WriteReview.PHOTOS_MAX;
  }

  /** What is wrong with what was sent; empty for nothing. */
  public List<String> getProblems() {
    return problems;
  }

  public boolean isProblem() {
    return !problems.isEmpty();
  }
}
