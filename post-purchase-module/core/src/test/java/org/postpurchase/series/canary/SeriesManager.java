package org.postpurchase.series.canary;

final class SeriesManager {}
