package org.postpurchase.referral;

import java.util.Optional;

/** The merchant's programme. Reads what is saved at the moment of the call. */
public interface ReferralProgrammes {
  /** The one that is active, else the newest one that was; empty while none ever was. */
  Optional<ReferralProgramme> find();

  /** Whatever its status. */
  Optional<ReferralProgramme> find(long id);

  /** Empty unless one is active. */
  default Optional<ReferralProgramme> active() {
    return find().filter(ReferralProgramme::isActive);
  }
}
