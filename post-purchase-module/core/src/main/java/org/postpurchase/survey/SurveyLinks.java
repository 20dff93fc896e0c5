package org.postpurchase.survey;

import java.util.function.Supplier;
import org.postpurchase.shared.Shop;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/**
 * The address of one survey about one order. Whoever has it answers as that order's buyer; it opens
 * nothing else and signs nobody in.
 */
public final class SurveyLinks {
  /** Path of the page on the shop's site; the token follows. */
  public static final String PATH = "/post-purchase/survey/";

  private final Supplier<Shop> shop;
  private final LinkSigner signer;

  public SurveyLinks(Supplier<Shop> shop, LinkSigner signer) {
    this.shop = shop;
    this.signer = signer;
  }

  /** For the buyer's eyes only: an absolute address. */
  public String of(SurveyRef ref) {
    return shop.get().url + path(ref);
  }

  /** The same within the site. */
  public String path(SurveyRef ref) {
    return PATH + signer.seal(LinkPurpose.SURVEY, ref.surveyId + ":" + ref.orderId);
  }

  /**
   * What the token is about.
   *
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public SurveyRef read(String token) {
    String[] ids = signer.open(LinkPurpose.SURVEY, token).split(":");
    return new SurveyRef(Long.parseLong(ids[0]), Long.parseLong(ids[1]));
  }
}
