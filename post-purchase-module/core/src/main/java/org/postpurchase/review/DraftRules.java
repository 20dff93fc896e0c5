package org.postpurchase.review;

import java.util.Optional;
import org.postpurchase.shared.ShownText;

/** What a draft must be like, whatever it is about. */
final class DraftRules {
  private DraftRules() {}

  /** The first thing that is wrong with it; empty when it can be kept. */
  static Optional<WriteProblem> problemOf(ReviewDraft draft) {
    if (draft.stars < 1 || draft.stars > 5) {
      return Optional.of(WriteProblem.NO_STARS);
    }
    String body = WriteReview.text(draft.body);
    if (body.codePointCount(0, body.length()) > WriteReview.TEXT_MAX) {
      return Optional.of(WriteProblem.TEXT_TOO_LONG);
    }
    String nickname = ShownText.line(draft.nickname, Integer.MAX_VALUE);
    if (nickname.codePointCount(0, nickname.length()) > WriteReview.NICKNAME_MAX) {
      return Optional.of(WriteProblem.NICKNAME_TOO_LONG);
    }
    return new UncheckedReview(false, false, nickname).hasContactDetails()
        ? Optional.of(WriteProblem.NICKNAME_IS_ADDRESS)
        : Optional.empty();
  }
}
