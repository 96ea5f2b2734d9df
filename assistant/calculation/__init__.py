"""Calculations that people need: court fees, last days, shares of an estate, the value of a mahr, arrears.

Pure but for the price index, which whoever runs the service imports. Every figure of the law comes from the rules of
the corpus, every sentence from ``corpus/calculators``; a calculator only does the sum.
"""

from assistant.calculation.calculators import CALCULATORS, calculate, next_input, open_inputs
from assistant.calculation.finding import find_inputs
from assistant.calculation.given import WrongInput, WrongInputs, calculate_given
from assistant.calculation.inputs import InputProblem, problem_text, read_input
from assistant.calculation.model import Calculation, InputError, Inputs, Line, Tools, UnknownCalculator
from assistant.calculation.periods import CountedPeriod, count_period
from assistant.calculation.price_index import PriceIndex, import_price_index, load_price_index
from assistant.calculation.record import calculation_record, calculation_text, calculator_records
from assistant.calculation.saying import told as told_input

__all__ = [
    "CALCULATORS",
    "Calculation",
    "CountedPeriod",
    "InputError",
    "InputProblem",
    "Inputs",
    "Line",
    "PriceIndex",
    "Tools",
    "UnknownCalculator",
    "WrongInput",
    "WrongInputs",
    "calculate",
    "calculate_given",
    "calculation_record",
    "calculation_text",
    "calculator_records",
    "count_period",
    "find_inputs",
    "import_price_index",
    "load_price_index",
    "next_input",
    "open_inputs",
    "problem_text",
    "read_input",
    "told_input",
]
