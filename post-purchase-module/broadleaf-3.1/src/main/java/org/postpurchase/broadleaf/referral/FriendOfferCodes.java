package org.postpurchase.broadleaf.referral;

import org.broadleafcommerce.core.offer.dao.OfferCodeDao;
import org.broadleafcommerce.core.offer.dao.OfferDao;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.postpurchase.referral.HostCodes;
import org.postpurchase.shared.PostPurchaseException;

/** Codes of advocates as rows of the host's BLC_OFFER_CODE that any number of orders can use. */
public final class FriendOfferCodes implements HostCodes {
  private final OfferDao offers;
  private final OfferCodeDao codes;

  public FriendOfferCodes(OfferDao offers, OfferCodeDao codes) {
    this.offers = offers;
    this.codes = codes;
  }

  @Override
  public void create(long offerId, String code) {
    Offer offer = offerId == 0 ? null : offers.readOfferById(offerId);
    if (offer == null) {
      throw new PostPurchaseException(
          "The offer "
              + offerId
              + " that friends are to get does not exist. Choose another one in the referral programme.");
    }
    OfferCode row = codes.create();
    row.setOffer(offer);
    row.setOfferCode(code);
    row.setMaxUses(0);
    codes.save(row);
  }
}
