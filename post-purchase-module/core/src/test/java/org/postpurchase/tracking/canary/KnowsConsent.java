package org.postpurchase.tracking.canary;

import org.postpurchase.consent.ConsentDecision;

final class KnowsConsent {
  ConsentDecision decision = ConsentDecision.GRANTED;
}
