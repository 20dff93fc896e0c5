package org.postpurchase.site.review;

import java.util.Locale;
import org.postpurchase.review.ReviewPage;
import org.postpurchase.review.ShownReview;

/**
 * A product's rating as search engines read it (schema.org, JSON-LD): one node, only with reviews
 * that are on that very page, and with the numbers that readers see.
 */
final class ProductMarkup {
  private ProductMarkup() {}

  /** Null where there is nothing to tell. */
  static String of(ReviewPage page, String productName, String productUrl) {
    if (!page.settings.markup || page.summary.count() == 0 || page.reviews.isEmpty()) {
      return null;
    }
    StringBuilder json = new StringBuilder("{\"@context\":\"https://schema.org\",");
    json.append("\"@type\":\"Product\",\"@id\":").append(text(productUrl + "#product"));
    json.append(",\"name\":").append(text(productName));
    json.append(",\"url\":").append(text(productUrl));
    json.append(",\"aggregateRating\":{\"@type\":\"AggregateRating\",\"ratingValue\":");
    json.append(page.summary.average());
    json.append(",\"bestRating\":5,\"worstRating\":1,\"reviewCount\":");
    json.append(page.summary.count()).append("},\"review\":[");
    String comma = "";
    for (ShownReview each : page.reviews) {
      json.append(comma).append(review(each));
      comma = ",";
    }
    return json.append("]}").toString();
  }

  private static String review(ShownReview r) {
    return "{\"@type\":\"Review\",\"author\":{\"@type\":\"Person\",\"name\":"
        + text(r.review.nickname.isEmpty() ? "-" : r.review.nickname)
        + "},\"datePublished\":"
        + text(r.review.writtenAt.toString().substring(0, 10))
        + ",\"reviewBody\":"
        + text(r.body)
        + ",\"reviewRating\":{\"@type\":\"Rating\",\"ratingValue\":"
        + r.review.stars
        + ",\"bestRating\":5,\"worstRating\":1}}";
  }

  /** As a string of JSON that cannot end the script it is in. */
  static String text(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
