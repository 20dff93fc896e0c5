package org.postpurchase.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postpurchase.shared.InvisibleCharacters;
import org.postpurchase.shared.ShownText;

/** What an author sends for one line. Not thread-safe. */
public final class ReviewDraft {
  final long lineId;
  final int stars;
  final String body;
  final String nickname;
  final Locale locale;
  final List<Photo> added = new ArrayList<>();
  final Set<String> removed = new LinkedHashSet<>();
  String video = "";

  /**
   * @param stars 0 for none chosen
   * @param body as it was typed
   * @param nickname as it was typed
   * @param locale of the page on which it was written
   */
  public ReviewDraft(long lineId, int stars, String body, String nickname, Locale locale) {
    this.lineId = lineId;
    this.stars = stars;
    this.body = body == null ? "" : body;
    this.nickname = nickname == null ? "" : nickname;
    this.locale = locale;
  }

  /** Photos to be added, and hashes of those to be taken away. */
  public ReviewDraft photos(List<Photo> toAdd, Set<String> toRemove) {
    added.addAll(toAdd);
    removed.addAll(toRemove);
    return this;
  }

  /** Where a video is, as it was typed; empty for none. */
  public ReviewDraft video(String typed) {
    video = typed == null ? "" : typed.trim();
    return this;
  }

  /** As it is kept and shown; empty where a reader would see nothing of it. */
  String shownName() {
    String line = ShownText.line(nickname, WriteReview.NICKNAME_MAX);
    return InvisibleCharacters.isAll(line) ? "" : line;
  }

  /** What it adds, to be shown again if it is refused. */
  public List<Photo> added() {
    return Collections.unmodifiableList(added);
  }
}
