package org.postpurchase.site.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.review.ReviewLinks;
import org.postpurchase.site.SitePath;

/** Addresses of the form and of the photos, and what stands in them. */
public final class ReviewPath {
  /** As the host's filters and Spring write them. */
  static final String FORM = ReviewLinks.PATH + "**";

  static final String PHOTOS = "/post-purchase/review-photo/";
  static final String PHOTO = PHOTOS + "**";

  private static final Pattern TOKEN =
      Pattern.compile(Pattern.quote(ReviewLinks.PATH) + "([A-Za-z0-9._-]{1,200})/?");
  private static final Pattern PICTURE =
      Pattern.compile(Pattern.quote(PHOTOS) + "([0-9a-f]{64})-(large|small)\\.jpg");

  private ReviewPath() {}

  /**
   * Whether the request is for the form or a photo and for nothing else, so that it may go past the
   * store's filters: it needs no session, no cart and no customer, and leaves none behind.
   */
  public static boolean isPlain(HttpServletRequest request) {
    String path = SitePath.of(request);
    return TOKEN.matcher(path).matches()
        || PICTURE.matcher(path).matches()
        || CampaignHandler.isPage(path)
        || path.equals(FeedHandler.PATH);
  }

  /** Empty for an address without one; whether it is good is for others to say. */
  static String token(HttpServletRequest request) {
    Matcher m = TOKEN.matcher(SitePath.of(request));
    return m.matches() ? m.group(1) : "";
  }

  /** Hash and size of a photo, or null. */
  static Picture picture(HttpServletRequest request) {
    Matcher m = PICTURE.matcher(SitePath.of(request));
    return m.matches() ? new Picture(m.group(1), m.group(2).equals("small")) : null;
  }

  /** Which picture, and how large. */
  static final class Picture {
    final String sha256;
    final boolean small;

    Picture(String sha256, boolean small) {
      this.sha256 = sha256;
      this.small = small;
    }
  }
}
