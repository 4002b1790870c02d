"""The same simulation as shared/estimate/simulate.ts, vectorised with NumPy: what `npm run bench` compares ours with.

Reads {"estimate", "samples", "runs", "seed"} as JSON on standard input; prints the median and best time in ms and P(loss).
PERT quantiles are tables read with np.interp, as NumPy has no inverse beta distribution.
"""
import json
import math
import sys
import time

import numpy as np

NODES = 481
Z = np.linspace(-6.0, 6.0, NODES)
PHI = np.array([0.5 * (1.0 + math.erf(z / math.sqrt(2.0))) for z in Z])


def span(value):
    return tuple(float(value[key]) for key in ("low", "likely", "high"))


def pert_table(low, likely, high):
    """x at the normal scores Z: the inverse of the PERT-beta distribution function, by summing its density."""
    alpha = 1.0 + 4.0 * (likely - low) / (high - low)
    beta = 1.0 + 4.0 * (high - likely) / (high - low)
    u = np.linspace(0.0, 1.0, 4001)
    middle = (u[1:] + u[:-1]) / 2.0
    density = middle ** (alpha - 1.0) * (1.0 - middle) ** (beta - 1.0)
    cumulated = np.concatenate([[0.0], np.cumsum(density)])
    return low + (high - low) * np.interp(PHI, cumulated / cumulated[-1], u)


class Simulation:
    def __init__(self, estimate):
        self.estimate = estimate
        self.lines = estimate["costLines"]
        self.tables = {}
        for index, line in enumerate(self.lines):
            for key in ("quantity", "unitCost"):
                low, likely, high = span(line[key])
                if high > low:
                    self.tables[(index, key)] = pert_table(low, likely, high)
        for index, risk in enumerate(estimate["risks"]):
            low, likely, high = span(risk["impact"])
            if high > low:
                self.tables[(index, "impact")] = pert_table(low, likely, high)
        offers = [(round(float(o["quantity"]) * float(o["unitPrice"]), 2), float(o["vatRate"])) for o in estimate["offerLines"]]
        self.total = sum(total for total, _ in offers)
        self.net = sum(total / (1.0 + rate) for total, rate in offers)
        self.output_vat = self.total - self.net
        last = max([line["startMonth"] + line["months"] - 1 for line in self.lines] + [risk["month"] for risk in estimate["risks"]] + [p["dueMonth"] + math.ceil(p["delayDays"] / 30) for p in estimate["payment"]])
        self.months = last + 1
        self.spread = np.zeros((len(self.lines), self.months))
        for index, line in enumerate(self.lines):
            self.spread[index, line["startMonth"]:line["startMonth"] + line["months"]] = 1.0 / line["months"]
        self.spread_up_to = np.cumsum(self.spread, axis=1)
        self.vat_rates = np.array([float(line["inputVatRate"]) for line in self.lines])

    def run(self, samples, seed):
        estimate = self.estimate
        rate = {key: float(estimate[key]) for key in ("overheadRate", "annualFinanceRate", "surchargeRate", "stampDutyRate", "riskCorrelation")}
        rng = np.random.default_rng(seed)
        common = rng.standard_normal(samples) * math.sqrt(rate["riskCorrelation"])
        own = math.sqrt(1.0 - rate["riskCorrelation"])

        def draw(key, value):
            table = self.tables.get(key)
            if table is None:
                return span(value)[0]
            return np.interp(common + own * rng.standard_normal(samples), Z, table)

        costs = np.empty((len(self.lines), samples))
        for index, line in enumerate(self.lines):
            costs[index] = draw((index, "quantity"), line["quantity"]) * draw((index, "unitCost"), line["unitCost"])
        direct = costs.sum(axis=0)
        input_vat = self.vat_rates @ costs
        flows = self.spread.T @ (costs * (1.0 + rate["overheadRate"] + self.vat_rates)[:, None])
        risk_cost = np.zeros(samples)
        for index, risk in enumerate(estimate["risks"]):
            happened = draw((index, "impact"), risk["impact"]) * (rng.random(samples) < float(risk["probability"]))
            risk_cost += happened
            flows[risk["month"]] += happened
        vat_payable = np.maximum(0.0, self.output_vat - input_vat)
        surcharges = rate["surchargeRate"] * vat_payable
        stamp = rate["stampDutyRate"] * self.net
        flows[0] += stamp
        used = np.zeros(samples)
        for payment in sorted(estimate["payment"], key=lambda p: p["dueMonth"]):
            due, share = payment["dueMonth"], float(payment["share"])
            owed = self.output_vat * share
            credit = (self.vat_rates * self.spread_up_to[:, min(due, self.months - 1)]) @ costs - used
            usable = np.clip(credit, 0.0, owed)
            used += usable
            flows[due] += (owed - usable) * (1.0 + rate["surchargeRate"])
            flows[due + math.ceil(payment["delayDays"] / 30)] -= self.total * share
        balances = -np.cumsum(flows, axis=0)
        financing = np.maximum(0.0, -balances).sum(axis=0) * rate["annualFinanceRate"] / 12.0
        cost = direct * (1.0 + rate["overheadRate"]) + risk_cost + surcharges + stamp + financing
        profit = self.net - cost
        return np.quantile(cost, [0.1, 0.5, 0.8, 0.9]), float((profit < 0).mean()), float(np.sort(profit)[: samples // 20].mean())


def main():
    job = json.load(sys.stdin)
    simulation = Simulation(job["estimate"])
    times = []
    losses = []
    for run in range(job["runs"] + 1):
        start = time.perf_counter()
        _, loss, _ = simulation.run(job["samples"], job["seed"] + run)
        times.append((time.perf_counter() - start) * 1000.0)
        losses.append(loss)
    times = sorted(times[1:])
    print(json.dumps({"medianMs": times[len(times) // 2], "bestMs": times[0], "lossProbability": float(np.mean(losses))}))


main()
