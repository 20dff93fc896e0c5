package org.postpurchase.series.canary;

import org.postpurchase.confirmation.ConfirmationView;

final class KnowsTheConfirmation {
  ConfirmationView view;
}
