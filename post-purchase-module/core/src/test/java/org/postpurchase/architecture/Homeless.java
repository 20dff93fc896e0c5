package org.postpurchase.architecture;

final class Homeless {}
