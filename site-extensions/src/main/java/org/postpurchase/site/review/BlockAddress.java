package org.postpurchase.site.review;

import java.util.StringJoiner;
import org.postpurchase.review.SortBy;

/** Addresses of the page that a block is on, with what the block is to show. */
final class BlockAddress {
  static final String SORT = "ppSort";
  static final String STARS = "ppStars";
  static final String PHOTOS = "ppPhotos";
  static final String AFTER = "ppAfter";

  private final String path;

  /**
   * @param path of the page, without a query
   */
  BlockAddress(String path) {
    this.path = path;
  }

  String of(SortBy sort, int stars, boolean withPhotos, String after) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    if (sort != SortBy.NEWEST) {
      query.add(SORT + "=" + sort.name().toLowerCase(java.util.Locale.ROOT));
    }
    if (stars > 0) {
      query.add(STARS + "=" + stars);
    }
    if (withPhotos) {
      query.add(PHOTOS + "=1");
    }
    if (!after.isEmpty()) {
      query.add(AFTER + "=" + after);
    }
    return path + query;
  }
}
