package org.postpurchase.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.loyalty.ClaimLinks;
import org.postpurchase.occasion.BasketLinks;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.restraint.PreferenceLinks;
import org.postpurchase.review.ReviewLinks;
import org.postpurchase.service.CaseLinks;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.survey.SurveyLinks;
import org.postpurchase.survey.SurveyRef;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/** A token of each purpose, made at once, and what it must still say when it is used. */
final class TokensOfAllKinds {
  private final Map<LinkPurpose, Runnable> uses = new EnumMap<>(LinkPurpose.class);
  private final LinkSigner signer;

  TokensOfAllKinds(Clock clock) {
    signer = new LinkSigner(new byte[32], clock);
    ClaimLinks claims = new ClaimLinks(() -> SeriesNode.SHOP, signer);
    String claim = claims.of(1, "/account/points");
    uses.put(
        LinkPurpose.CLAIM_POINTS,
        () -> assertThat(claims.read(claim.substring(claim.indexOf('=') + 1))).isEqualTo(1));
    ReviewLinks reviews = new ReviewLinks(() -> SeriesNode.SHOP, signer);
    String review = reviews.of(1);
    uses.put(LinkPurpose.REVIEW, () -> assertThat(reviews.read(last(review))).isEqualTo(1));
    ReferralLinks referrals = new ReferralLinks(() -> SeriesNode.SHOP, signer);
    String status = referrals.token(1);
    String ask = referrals.ask(1);
    uses.put(LinkPurpose.REFERRAL_STATUS, () -> assertThat(referrals.read(status)).isEqualTo(1));
    uses.put(LinkPurpose.REFERRAL_ASK, () -> assertThat(referrals.readAsk(last(ask))).isEqualTo(1));
    SurveyLinks surveys = new SurveyLinks(() -> SeriesNode.SHOP, signer);
    SurveyRef asked = new SurveyRef(1, 2);
    String survey = surveys.of(asked);
    uses.put(
        LinkPurpose.SURVEY,
        () -> assertThat(surveys.read(last(survey))).usingRecursiveComparison().isEqualTo(asked));
    CaseLinks cases = new CaseLinks(() -> SeriesNode.SHOP, signer);
    String help = cases.of(1);
    uses.put(LinkPurpose.CASE, () -> assertThat(cases.read(last(help))).isEqualTo(1));
    BasketLinks baskets = new BasketLinks(() -> SeriesNode.SHOP, () -> signer);
    String basket = baskets.of(Map.of(101L, 2));
    uses.put(
        LinkPurpose.BASKET, () -> assertThat(baskets.read(last(basket))).containsEntry(101L, 2));
    PreferenceLinks preferences = new PreferenceLinks(() -> SeriesNode.SHOP, signer);
    PreferenceLinks.Owner anna =
        new PreferenceLinks.Owner(EmailAddress.stored("anna@example.com"), 7, Locale.GERMANY);
    String wishes = preferences.of(anna);
    uses.put(
        LinkPurpose.PREFERENCES,
        () -> assertThat(preferences.read(last(wishes)).customerId).isEqualTo(7));
    for (LinkPurpose lasting :
        new LinkPurpose[] {
          LinkPurpose.CALLBACK, LinkPurpose.USAGE, LinkPurpose.KNOWN, LinkPurpose.CLICK
        }) {
      String token = signer.token(lasting, 1);
      uses.put(lasting, () -> assertThat(signer.read(lasting, token)).isEqualTo(1));
    }
    // these live for a week and a day: their end is said in words
    for (LinkPurpose brief : new LinkPurpose[] {LinkPurpose.CONFIRM, LinkPurpose.SEEN}) {
      String token = signer.token(brief, 1);
      uses.put(
          brief,
          () ->
              assertThatThrownBy(() -> signer.read(brief, token))
                  .isInstanceOf(LinkRefusedException.class));
    }
  }

  /** Uses each; links to unsubscribe are those of real mails and tried with them. */
  void useEach() {
    assertThat(uses.keySet())
        .as("each purpose of a link is tried")
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.of(LinkPurpose.UNSUBSCRIBE)));
    uses.values().forEach(Runnable::run);
  }

  private static String last(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }
}
