package org.postpurchase.site.review;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postpurchase.review.ReviewReply;
import org.postpurchase.review.ShownReview;
import org.postpurchase.review.VideoLink;

/** One review on a product's page. */
final class ReviewView {
  private final ShownReview shown;
  private final ReviewWords words;
  private final Locale locale;
  private final VideoLink video;

  /**
   * @param videoHosts where videos may be now; a link to any other host is not shown any more
   */
  ReviewView(ShownReview shown, Set<String> videoHosts, ReviewWords words, Locale locale) {
    this.shown = shown;
    this.video = VideoLink.read(shown.video, videoHosts).orElse(null);
    this.words = words;
    this.locale = locale;
  }

  public long getId() {
    return shown.review.id;
  }

  public int getStars() {
    return shown.review.stars;
  }

  public String getStarsText() {
    return words.of("StarsText", locale, String.valueOf(shown.review.stars));
  }

  public String getBody() {
    return shown.body;
  }

  /** Language of the text, as its author's page had it. */
  public String getLanguage() {
    return shown.review.localeCode;
  }

  /** A nickname, or words for somebody without one. */
  public String getAuthor() {
    return shown.review.nickname.isEmpty() ? words.of("Anonymous", locale) : shown.review.nickname;
  }

  public String getDay() {
    return words.day(shown.review.writtenAt, locale);
  }

  /** The day as machines read it. */
  public String getIsoDay() {
    return shown.review.writtenAt.atZone(words.shop.zone).toLocalDate().toString();
  }

  public boolean isVerified() {
    return shown.review.verified;
  }

  public boolean isIncentivised() {
    return shown.review.incentivised;
  }

  public boolean isEdited() {
    return shown.isEdited();
  }

  public List<String> getPhotos() {
    return shown.photos;
  }

  /** Null for none. */
  public VideoShown getVideo() {
    return video == null ? null : new VideoShown(video);
  }

  /** A link to a video, and where it leads. */
  public static final class VideoShown {
    private final VideoLink video;

    VideoShown(VideoLink video) {
      this.video = video;
    }

    public String getUrl() {
      return video.url;
    }

    public String getHost() {
      return video.host;
    }
  }

  /** The shop's answer; empty for none. */
  public String getReply() {
    return shown.reply.map(r -> r.body).orElse("");
  }

  public String getReplyDay() {
    return shown.reply.map((ReviewReply r) -> words.day(r.at, locale)).orElse("");
  }
}
